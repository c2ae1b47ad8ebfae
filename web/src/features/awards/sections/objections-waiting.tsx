import { useQuery } from '@tanstack/react-query';
import { DueDay, ErrorNote, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { waitingObjectionsQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Objections that an officer has still to answer, the earliest last day first. */
export default function ObjectionsWaiting() {
  const t = useTexts(texts);
  const say = useSay();
  const waiting = useQuery(waitingObjectionsQuery);
  if (waiting.isError && !waiting.data) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.length === 0) return null;
  const rows = waiting.data.map(({ id, callId, callTitle, projectName, label, answerUntil }) => ({
    id, what: t('home_objection', { about: projectName ? t('about_project', { project: projectName }) : t('about_list'), status: say(label) }),
    to: `/desk/calls/${callId}/awards`, search: { tab: 'objections' }, about: say(callTitle), by: <DueDay day={answerUntil} />,
  }));
  return <TaskRows title={t('home_objections')} rows={rows} />;
}
