import { useQueries, useQuery } from '@tanstack/react-query';
import { callChoicesQuery, type RoundView } from '../../../api/index.js';
import { ErrorNote, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { runningQuery } from '../queries.js';
import { texts } from '../texts.js';

const NEXT: Readonly<Record<string, 'wind_up' | 'archive'>> = { running: 'wind_up', closing: 'archive' };
const OVER: readonly string[] = ['settled', 'terminated', 'archived'];

/** Rounds whose projects are all done: nothing of them waits but the officer's own step. */
export default function RoundsToBringOn() {
  const t = useTexts(texts);
  const say = useSay();
  const calls = useQuery(callChoicesQuery);
  const late = (calls.data?.items ?? []).filter(({ status }) => status in NEXT);
  const rounds = useQueries({ queries: late.map(({ id }) => runningQuery(id)) }).flatMap(({ data }) => (data && isDone(data) ? [data] : []));
  if (calls.isError && !calls.data) return <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} />;
  if (rounds.length === 0) return null;
  const rows = rounds.map(({ callId, number, title, status, projects }) => ({
    id: callId, to: `/desk/calls/${callId}/awards`, search: { tab: 'running' }, what: t('home_round', { step: t(NEXT[status]!), call: say(title) }),
    about: [number, t('home_round_about', { count: projects.reduce((sum, { count }) => sum + count, 0) })].join(' · '),
  }));
  return <TaskRows title={t('home_rounds')} rows={rows} />;
}

const isDone = ({ projects, moves }: RoundView): boolean => moves.some(({ allowed }) => allowed) && projects.length > 0 && projects.every(({ status }) => OVER.includes(status));
