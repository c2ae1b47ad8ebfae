import { useQuery } from '@tanstack/react-query';
import { Instant, TaskRows, useTexts } from '../../../ui/index.js';
import { emergencyTexts } from '../emergency/emergency-texts.js';
import { emergenciesQuery } from '../queries.js';

/** What an administrator has to decide and an auditor to review. */
export default function EmergencyWaits() {
  const t = useTexts(emergencyTexts);
  const waiting = (useQuery(emergenciesQuery).data ?? []).filter(({ moves }) => moves.some(({ move, allowed }) => allowed && (move === 'grant' || move === 'review')));
  if (waiting.length === 0) return null;
  return (
    <TaskRows
      title={t('home')}
      rows={waiting.map(({ id, over, number, thing, askedAt, askedBy }) => ({ id, what: t(over ? 'home_review' : 'home_decide'), to: '/desk/emergency', about: `${t('heading', { number, thing: t(thing) })} · ${askedBy}`, by: <Instant at={askedAt} zone={false} /> }))}
    />
  );
}
