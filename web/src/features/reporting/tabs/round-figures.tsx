import { useQuery } from '@tanstack/react-query';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { RoundFigures } from '../parts/round-figures.js';
import { roundQuery } from '../queries.js';
import '../reporting.css';
import { texts } from '../texts.js';

export default function RoundFiguresTab({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const round = useQuery(roundQuery(id));
  if (round.isError && !round.data) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  return round.data ? <RoundFigures round={round.data} /> : <p className="quiet" role="status">{t('figures')}…</p>;
}
