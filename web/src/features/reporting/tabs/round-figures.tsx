import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../../ui/index.js';
import { RoundFigures } from '../parts/round-figures.js';
import { roundQuery } from '../queries.js';
import '../reporting.css';

export default function RoundFiguresTab({ id }: { readonly id: string }) {
  const round = useQuery(roundQuery(id));
  if (round.isError) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  return round.data ? <RoundFigures round={round.data} /> : null;
}
