import { useQuery } from '@tanstack/react-query';
import type { AwardRoundView, NamedAward } from '../../../api/index.js';
import { ErrorNote, Instant, Money, StatusMark, type Tone, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { awardsQuery } from '../queries.js';
import { texts } from '../texts.js';
import { Bars } from './bars.js';

const TONES: Readonly<Record<string, Tone>> = { proposed: 'waiting', in_publicity: 'current', confirmed: 'waiting', accepted: 'done', declined: 'quiet', withdrawn: 'late', reserve: 'quiet' };

/** The result as it was decided, with what has become of each award since. */
export function Decided({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const say = useSay();
  const awards = useQuery(awardsQuery(round.callId));
  if (awards.isError && !awards.data) return <ErrorNote error={awards.error} onRetry={() => void awards.refetch()} />;
  if (!awards.data) return <p className="quiet" role="status">{t('tab_result')}…</p>;
  const won = awards.data.filter(({ status }) => status !== 'reserve');
  const standing = won.filter(({ status }) => status !== 'withdrawn' && status !== 'declined').length;
  const reserve = awards.data.filter(({ status }) => status === 'reserve');
  return (
    <>
      <section className="record-part">
        {round.boards.length === 0 ? <Bars poolFen={round.poolFen} grantedFen={round.grantedFen} awards={standing} maxAwards={round.maxAwards} seats={[]} /> : null}
        {round.boards.map((board) => (
          <section key={board.key} className="award-board">
            <h3>{say(board.title)}</h3>
            <Bars poolFen={board.poolFen} grantedFen={board.grantedFen} awards={board.awards} maxAwards={board.maxAwards} seats={[]} />
          </section>
        ))}
        <p className="quiet">
          {t('decided_at', { who: round.decidedBy ?? t('who_officer') })} {round.decidedAt ? <Instant at={round.decidedAt} /> : null}
        </p>
      </section>
      <section className="record-part">
        <Tables title={t('group_awards', { count: standing })} awards={won} />
      </section>
      {reserve.length > 0 ? (
        <section className="record-part">
  <Tables title={t('group_reserve', { count: reserve.length })} awards={reserve} />
        </section>
      ) : null}
    </>
  );
}

/** A table for each board, since ranks count within it. */
function Tables({ title, awards }: { readonly title: string; readonly awards: readonly NamedAward[] }) {
  const say = useSay();
  const boards = [...new Map(awards.flatMap(({ board }) => (board ? [[board.zh, board] as const] : []))).values()];
  if (boards.length === 0) return <Table title={title} awards={awards} />;
  return (
    <>
      <h2>{title}</h2>
      {boards.map((board) => (
        <div key={board.zh} className="award-board-list">
          <Table title={say(board)} below awards={awards.filter((award) => award.board?.zh === board.zh)} />
        </div>
      ))}
    </>
  );
}

function Table({ title, awards, below = false }: { readonly title: string; readonly awards: readonly NamedAward[]; readonly below?: boolean }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useSay();
  return (
    <>
      {below ? <h3>{title}</h3> : <h2>{title}</h2>}
      <div className="table-wrap">
        <table className="sum-table stack allocation" aria-label={title}>
          <thead>
            <tr>
              <th scope="col" className="right">{t('rank')}</th>
              <th scope="col">{t('project')}</th>
              <th scope="col" className="right">{t('amount')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {awards.map((award) => (
              <tr key={award.id}>
                <td className="right" data-label={t('rank')}>{award.rank ?? '–'}</td>
                <td className="lead">
                  {award.projectName}
                  <span className="sub">{[award.organisationName, say(award.category)].join(' · ')}</span>
                </td>
                <td className="right" data-label={t('amount')}>{award.place === null ? <Money fen={award.amountFen} /> : t('reserve_place', { place: award.place })}</td>
                <td data-label={t('status')}>
                  <div>
                  <StatusMark word={say(award.label)} tone={TONES[award.status] ?? 'calm'} />
                  {award.status === 'confirmed' && award.answerUntil ? <span className="sub">{t('answer_until')} <Instant at={award.answerUntil} zone={false} /></span> : null}
                  </div>
                </td>
                <td className="why-cell" data-label={t('why')}>
                  <div>
                  {say(award.reason.sentence)}
                  {award.note ? <span className="sub">{t('note')}{marks.colon}{award.note}</span> : null}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
