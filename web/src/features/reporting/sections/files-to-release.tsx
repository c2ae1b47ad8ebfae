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

const FIRST = 6;

/** Files beside those of applications that nobody could scan: one line for each project or organisation, which leads to the first of them. */
export default function FilesToRelease() {
  const t = useTexts(texts);
  const say = useSay();
  const waiting = useQuery(filesToReleaseQuery);
  if (waiting.isError && !waiting.data) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  const found = bySubject(waiting.data ?? []);
  if (found.length === 0) return null;
  const rows = found.slice(0, FIRST).map(([first, ...more]): TaskRow => {
    const { kind, subjectId, title, organisation, detail } = first;
    const begins = [t(`files_${kind}`), detail ? say(detail) : null].filter(Boolean).join(' · ');
    return {
      id: `${title} ${organisation}`, what: t('files_what', { count: [first, ...more].reduce((sum, { count }) => sum + count, 0) }), ...PLACES[kind](subjectId),
      about: [title, organisation, more.length > 0 ? t('files_from', { count: more.length + 1, first: begins }) : begins].filter(Boolean).join(' · '),
    };
  });
  return <TaskRows title={t('files_title')} rows={rows} more={found.length > FIRST ? <p className="quiet">{t('files_more', { count: found.length - FIRST })}</p> : null} />;
}

type Group = [FilesToReleaseView, ...FilesToReleaseView[]];

function bySubject(waiting: readonly FilesToReleaseView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of waiting) {
    const key = `${one.title} ${one.organisation}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
