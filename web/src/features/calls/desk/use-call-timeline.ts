import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts, type TimelineEntry } from '../../../ui/index.js';
import { callHistoryQuery, versionsQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';
import { toneOfCall } from './call-tones.js';

/** What has been done with the round, newest first: its moves and its addenda; only the newest move tells how the round stands, the others are over. */
export function useCallTimeline(id: string): TimelineEntry[] {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const history = useQuery(callHistoryQuery(id)).data ?? [];
  const versions = useQuery(versionsQuery(id)).data ?? [];
  const moves = history.map((row, index): TimelineEntry & { at: string } => ({
    id: `${row.move} ${row.at}`, what: row.label[language], at: String(row.at), who: row.actorName ?? t('the_platform'),
    tone: index === history.length - 1 ? toneOfCall(row.toStatus) : 'quiet', ...(row.reason ? { note: row.reason } : {}),
  }));
  const addenda = versions.filter(({ afterPublication }) => afterPublication).map(({ version, madeAt, madeByName, reason }): TimelineEntry & { at: string } => ({
    id: `version ${version}`, what: t('addendum_made', { number: version }), at: String(madeAt), who: madeByName ?? t('the_platform'), tone: 'quiet', ...(reason ? { note: reason } : {}),
  }));
  return [...moves, ...addenda].sort((one, other) => other.at.localeCompare(one.at));
}
