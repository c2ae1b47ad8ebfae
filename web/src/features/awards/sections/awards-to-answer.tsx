import { useQuery } from '@tanstack/react-query';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { AnswerAward } from '../parts/answer-award.js';
import { mineQuery } from '../queries.js';
import { texts } from '../texts.js';

/** An award waits for the winner's answer: the first thing that she sees. */
export default function AwardsToAnswer() {
  const t = useTexts(texts);
  const mine = useQuery(mineQuery);
  if (mine.isError && !mine.data) return <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} />;
  const open = (mine.data ?? []).filter(({ status }) => status === 'confirmed');
  if (open.length === 0) return null;
  return (
    <section className="home-part">
      <h2>{t('to_answer')}</h2>
      {open.map((award) => (
        <AnswerAward key={award.id} award={award} />
      ))}
    </section>
  );
}
