import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, Problem, useCommand, type AllocationView, type AwardRoundView } from '../../../api/index.js';
import { ActDialog, Empty, ErrorNote, formatFen, formatInstant, Instant, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE, allocationQuery, AWARDS } from '../queries.js';
import { texts } from '../texts.js';
import { AllocationTable } from './allocation-table.js';
import { Bars } from './bars.js';
import { Ties } from './ties.js';

/** What the rule would give now; the committee settles ties and amounts, then it is decided. */
export function Draft({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const draft = useQuery({ ...allocationQuery(round.callId), retry: false });
  if (draft.error instanceof Problem && draft.error.status === 409) return <Empty why={draft.error.detail} what={t('rounds_none_do')} />;
  if (draft.isError && !draft.data) return <ErrorNote error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data) return <p className="quiet" role="status">{t('tab_result')}…</p>;
  const allocation = draft.data;
  return (
    <>
      {allocation.rankedAnew ? <p className="record-part">{t('ranked_anew', { at: formatInstant(new Date(allocation.rankedAt)) })}</p> : null}
      <section className="record-part">
        <Bars poolFen={allocation.poolFen} grantedFen={allocation.grantedFen} awards={allocation.awards.length} maxAwards={allocation.maxAwards} seats={allocation.seats} />
      </section>
      {round.moves.length > 0 ? <Ties callId={round.callId} allocation={allocation} /> : null}
      <Boards callId={round.callId} allocation={allocation} editable={round.moves.length > 0} />
      {allocation.boards.length === 0 || allocation.supplementary.length > 0 ? (
        <section className="record-part">
          {allocation.boards.length === 0 ? <AllocationTable callId={round.callId} allocation={allocation} lists={allocation} editable={round.moves.length > 0} /> : null}
          <Supplementary allocation={allocation} />
        </section>
      ) : null}
      {allocation.acts.length > 0 ? <Acts allocation={allocation} /> : null}
      {round.moves.length > 0 ? <Decide round={round} allocation={allocation} /> : null}
    </>
  );
}

/** Each board gives its own money by its own ranking, and no other. */
function Boards({ callId, allocation, editable }: { readonly callId: string; readonly allocation: AllocationView; readonly editable: boolean }) {
  const say = useSay();
  return allocation.boards.map(({ key, title, categoryKeys, poolFen, grantedFen, awards, maxAwards }) => {
    const within = <T extends { readonly categoryKey: string }>(list: readonly T[]): T[] => list.filter(({ categoryKey }) => categoryKeys.includes(categoryKey));
    return (
      <section key={key} className="record-part award-board">
        <h2>{say(title)}</h2>
        <Bars poolFen={poolFen} grantedFen={grantedFen} awards={awards} maxAwards={maxAwards} seats={[]} />
        <AllocationTable callId={callId} allocation={allocation} lists={{ awards: within(allocation.awards), reserve: within(allocation.reserve), declined: within(allocation.declined) }} label={say(title)} editable={editable} />
      </section>
    );
  });
}

function Supplementary({ allocation }: { readonly allocation: AllocationView }) {
  const t = useTexts(texts);
  const say = useSay();
  const joint = useLanguage() === 'zh' ? '、' : ', ';
  return (
    <>
      {allocation.supplementary.map(({ categories, seats }, index) => (
        <p key={index} className="quiet">{t('supplementary', { seats, category: categories.map((category) => say(category)).join(joint) })}</p>
      ))}
    </>
  );
}

function Acts({ allocation }: { readonly allocation: AllocationView }) {
  const t = useTexts(texts);
  return (
    <section className="record-part">
      <h2>{t('acts')}</h2>
      <ul className="task-rows">
        {allocation.acts.map(({ kind, projects, amountFen, reason, who, at, stands }, index) => (
          <li key={index}>
            <span className="what">{kind === 'amount' ? t('act_amount', { project: projects[0] ?? '', amount: formatFen(amountFen ?? 0) }) : t('act_tie', { projects: projects.join(' → ') })}</span>
            <span className="about">{reason}</span>
            {stands ? null : <span className="about">{t(kind === 'amount' ? 'act_replaced' : 'act_of_earlier')}</span>}
            <span className="by quiet">
              {who} · <Instant at={at} zone={false} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({ round, allocation }: { readonly round: AwardRoundView; readonly allocation: AllocationView }) {
  const t = useTexts(texts);
  const say = useSay();
  const queries = useQueryClient();
  const decide = useCommand({
    // Where the dry run has changed meanwhile the refusal says so, and the new one comes at once.
    run: (_: void, key) => api.awardsDecide({ path: { id: round.callId }, body: { seen: allocation.mark }, headers: { 'Idempotency-Key': key } }).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey: AWARDS });
      throw error;
    }),
    refresh: AFTER_WRITE,
  });
  const move = round.moves.find(({ move: name }) => name === 'decide');
  const { awards, reserve, declined, grantedFen, manifestHash } = allocation;
  return (
    <section className="record-part no-print">
      <ActDialog label={t('decide')} title={t('decide_title')} refusal={move && !move.allowed && move.reason ? say(move.reason) : null} onAct={() => decide.mutateAsync()}>
        <p>
          <strong>{t('decide_follows', { count: awards.length, total: formatFen(grantedFen), reserve: reserve.length, declined: declined.length })}</strong>
        </p>
        <p>{t('decide_fixed')}</p>
        <p className="quiet ranking-hash">{t('decide_hash', { hash: manifestHash })}</p>
      </ActDialog>
    </section>
  );
}
