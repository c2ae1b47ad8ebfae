import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GapView, ProgressRow } from '../../../api/index.js';
import { Empty, ErrorNote, ReasonList, useSay, useTexts } from '../../../ui/index.js';
import { progressQuery } from '../queries.js';
import { officerTexts } from './officer-texts.js';

/** What stands between now and a sealed ranking, each with the way to it. */
export function GapsTab({ callId, stageKey }: { readonly callId: string; readonly stageKey: string }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const { data, error, refetch } = useQuery(progressQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  if (data.gaps.length === 0) return <Empty why={t('gaps_none')} what={t('gaps_none_what')} />;
  const gaps = [...data.gaps].sort((a, b) => nameOf(data.applications, a.applicationId).localeCompare(nameOf(data.applications, b.applicationId)));
  const named = ({ applicationId, sentence }: GapView) => `${nameOf(data.applications, applicationId)}${say(sentence)}`;
  return (
    <section>
      <p>{t('gaps_what')}</p>
      <ReasonList reasons={gaps.map((gap) => ({ holds: false, sentence: named(gap), ...(gap.applicationId ? { extra: <ToBoard applicationId={gap.applicationId} /> } : {}) }))} />
    </section>
  );
}

function nameOf(applications: readonly ProgressRow[], id: string | null): string {
  const found = applications.find(({ applicationId }) => applicationId === id);
  return found ? `${found.number} ${found.projectName} · ` : '';
}

function ToBoard({ applicationId }: { readonly applicationId: string }) {
  const t = useTexts(officerTexts);
  return (
    <Link to="." search={{ tab: 'board' } as never} hash={`row-${applicationId}`}>
      {t('see_board')}
    </Link>
  );
}
