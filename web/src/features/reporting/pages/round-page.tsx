import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { RoundFigures } from '../parts/round-figures.js';
import { useRoundStatus } from '../parts/use-round-status.js';
import { roundQuery } from '../queries.js';
import '../reporting.css';
import { texts } from '../texts.js';
import { RoundLinks } from '../parts/round-links.js';

export default function RoundPage() {
  const t = useTexts(texts);
  const say = useSay();
  const statusOf = useRoundStatus();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const round = useQuery(roundQuery(id));
  if (round.isError) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return null;
  const { title, number } = round.data;
  return (
    <PageShell
      title={say(title)} reference={number} back={{ to: '/desk/statistics', label: t('back') }}
      status={statusOf(round.data)}
    >
      <RoundLinks id={id} here="statistics" />
      <RoundFigures round={round.data} />
    </PageShell>
  );
}
