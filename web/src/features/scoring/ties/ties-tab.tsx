import { useQuery } from '@tanstack/react-query';
import type { OpenTieView, TieBoardView } from '../../../api/index.js';
import { Empty, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { tiesQuery } from '../queries.js';
import { CommitteeOrder } from './committee-order.js';
import { Decision } from './decision.js';
import { LotPart } from './lot-part.js';
import './ties.css';
import { tiesTexts } from './ties-texts.js';

/** Equals of the final ranking whom no score parts, what was tried on them, and the lot or the committee's order. */
export function TiesTab({ callId }: { readonly callId: string }) {
  const say = useSay();
  const t = useTexts(tiesTexts);
  const { data: board, error, refetch } = useQuery(tiesQuery(callId));
  if (error && !board) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!board) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <div className="ties">
      <section className="tie-chain">
        <h2>{t('chain')}</h2>
        <ol>
          {board.chain.map((step, at) => (
            <li key={at}>{say(step)}</li>
          ))}
        </ol>
        <p className="quiet">{t('chain_fixed')}</p>
      </section>
      {board.waitsFor ? <Empty why={say(board.waitsFor)} what={t('hidden')} /> : board.ties.length === 0 ? <Empty why={t('none')} what={t('none_what')} /> : null}
      {board.ties.map((tie) => (
        <Tie key={tie.equals.map(({ applicationId }) => applicationId).join()} callId={callId} tie={tie} board={board} />
      ))}
      {board.past.length > 0 ? (
        <section className="equals-tie">
          <h2>{t('past')}</h2>
          {board.past.map((decision) => (
            <Decision key={decision.id} callId={callId} decision={decision} />
          ))}
        </section>
      ) : null}
    </div>
  );
}

interface TieProps {
  readonly callId: string;
  readonly tie: OpenTieView;
  readonly board: TieBoardView;
}

function Tie({ callId, tie, board }: TieProps) {
  const say = useSay();
  const t = useTexts(tiesTexts);
  const OUTCOMES = { equal: t('s_equal'), parted: t('s_parted'), skipped: t('s_skipped') };
  return (
    <section className="equals-tie">
      <h2>
        {t('equals', { count: tie.equals.length })} <span className="quiet">{tie.value ? t('met_on', { value: tie.value }) : t('hidden')}</span>
      </h2>
      {tie.decision?.ordered ? null : (
        <ul className="tie-equals">
          {tie.equals.map(({ applicationId, number, projectName, organisationName }) => (
            <li key={applicationId}>
              <strong>{projectName}</strong> <span className="quiet figures">{number}</span> <span className="quiet">{organisationName}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet tie-tried">{tie.steps.length === 0 ? t('tried_none') : t('tried')}</p>
      <ol className="tie-steps">
        {tie.steps.map((step, at) => (
          <li key={at}>
            {say(step.sentence)} <span className="quiet">— {OUTCOMES[step.outcome]}</span>
          </li>
        ))}
      </ol>
      {tie.decision?.state === 'settled' ? null : <p className="tie-next">{t(tie.way === 'lot' ? 'next_lot' : 'next_committee')}</p>}
      <Settling callId={callId} tie={tie} board={board} />
    </section>
  );
}

function Settling({ callId, tie, board }: TieProps) {
  const t = useTexts(tiesTexts);
  const acts = board.open && board.mine;
  if (tie.decision && tie.decision.state !== 'fixed') return <Decision callId={callId} decision={tie.decision} />;
  if (!acts) return <p className="quiet">{board.open ? '' : t('not_open')}</p>;
  return tie.way === 'lot' ? <LotPart callId={callId} tie={tie} /> : <CommitteeOrder callId={callId} tie={tie} />;
}
