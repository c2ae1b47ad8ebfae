import { useQuery } from '@tanstack/react-query';
import { ErrorNote, Instant, TaskRows, useSay, useTexts } from '../../../ui/index.js';
import { waitingReopeningsQuery } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';

/** Acceptances that somebody wants taken back and that wait for the reader as the second person. */
export default function ReopeningsAtHome() {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const waiting = useQuery(waitingReopeningsQuery);
  if (waiting.isError && !waiting.data) return <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />;
  const rows = (waiting.data ?? []).map(({ id, milestoneId, title, projectName, organisationName, askedAt }) => ({
    id, to: `/desk/milestones/${milestoneId}`, what: `${say(title)} · ${projectName}`, about: organisationName, by: <Instant at={askedAt} relative />,
  }));
  return rows.length === 0 ? null : <TaskRows title={t('home_reopenings')} rows={rows} />;
}
