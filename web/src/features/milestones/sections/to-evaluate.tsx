import { useQuery } from '@tanstack/react-query';
import { ErrorNote, Instant, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { waitingQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Projects whose report is accepted and whose evaluation is not recorded, longest waiting first. */
export default function ToEvaluate() {
  const t = useTexts(texts);
  const say = useSay();
  const waiting = useQuery(waitingQuery);
  if (waiting.isError && !waiting.data) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data || waiting.data.length === 0) return null;
  const rows = waiting.data.map((due) => ({
    id: `${due.projectId} ${due.key}`, what: `${say(due.title)} · ${due.projectName}`, to: `/desk/projects/${due.projectId}/evaluations/${due.key}`, about: due.organisationName,
    ...(due.readySince ? { by: <span className="quiet"><Instant at={due.readySince} relative /></span> } : {}),
  }));
  return <TaskRows title={t('home_evaluate')} rows={rows} />;
}
