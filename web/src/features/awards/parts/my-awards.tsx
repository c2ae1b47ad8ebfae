import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NamedAward } from '../../../api/index.js';
import { Empty, ErrorNote, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import '../awards.css';
import { mineQuery } from '../queries.js';
import { texts } from '../texts.js';
import { AnswerAward } from './answer-award.js';

/** What the reader's organisations have won, with the answer where it is still open. */
export function MyAwards() {
  const t = useTexts(texts);
  const mine = useQuery(mineQuery);
  // What waits for an answer stands first.
  const awards = [...(mine.data ?? [])].sort((one, other) => Number(other.status === 'confirmed') - Number(one.status === 'confirmed'));
  return (
    <article className="page">
      <h1>{t('mine_title')}</h1>
      <div className="page-body">
        {mine.isError ? <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} /> : null}
        {mine.isPending ? <p className="quiet" role="status">{t('mine_title')}…</p> : null}
        {mine.data?.length === 0 ? <Empty why={t('mine_none')} what={t('mine_none_do')} /> : null}
        {awards.map((award) => (award.status === 'confirmed' ? <AnswerAward key={award.id} award={award} /> : <Answered key={award.id} award={award} />))}
      </div>
    </article>
  );
}

function Answered({ award }: { readonly award: NamedAward }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <section className="award-card">
      <h2>{award.projectName}</h2>
      <p className="quiet">{say(award.callTitle)}</p>
      <p>
        <StatusMark word={say(award.label)} tone={award.status === 'accepted' ? 'done' : 'quiet'} /> <Money fen={award.amountFen} />
      </p>
      {award.note ? <p className="quiet">{award.note}</p> : null}
      {award.status === 'accepted' ? <Link to="/desk/projects">{t('see_projects')}</Link> : null}
    </section>
  );
}
