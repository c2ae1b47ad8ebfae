import { useQuery } from '@tanstack/react-query';
import type { FilesToReleaseView } from '../../../api/index.js';
import { ErrorNote, TaskRows, useSay, useTexts, type TaskRow } from '../../../ui/index.js';
import { filesToReleaseQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Where the files of each kind stand, and are let through. */
const PLACES: Readonly<Record<FilesToReleaseView['kind'], (id: string) => Pick<TaskRow, 'to' | 'search'>>> = {
  milestone: (id) => ({ to: `/desk/milestones/${id}` }),
  contract: (id) => ({ to: `/desk/projects/${id}`, search: { tab: 'contract' } }),
  tranche: (id) => ({ to: `/desk/projects/${id}`, search: { tab: 'money' } }),
  bank_account: (id) => ({ to: `/desk/organisations/${id}`, search: { tab: 'accounts' } }),
  organisation_lookup: (id) => ({ to: `/desk/organisations/${id}`, search: { tab: 'record' } }),
};

/** Files beside those of applications that nobody could scan: one line for each thing they belong to. */
export default function FilesToRelease() {
  const t = useTexts(texts);
  const say = useSay();
  const waiting = useQuery(filesToReleaseQuery);
  if (waiting.isError) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.length === 0) return null;
  const rows = waiting.data.map(({ kind, subjectId, title, organisation, detail, count }): TaskRow => ({
    id: `${kind} ${subjectId} ${detail?.zh ?? ''}`, what: t(`files_${kind}`, { count }), ...PLACES[kind](subjectId), about: [title, detail ? say(detail) : null, organisation].filter(Boolean).join(' · '),
  }));
  return <TaskRows title={t('files_title')} rows={rows} />;
}
