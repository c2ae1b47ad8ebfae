import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { TrancheRow } from '../../../api/index.js';
import { formatFen, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';
import { toneOf } from '../tones.js';
import { AcknowledgeMove } from './acknowledge-move.js';
import { PaymentDay } from './payment-day.js';
import { RequestMove } from './request-move.js';

/** The tranches of one project in their order; the grantee asks and acknowledges right here. */
export function TrancheList({ tranches, grantee }: { readonly tranches: readonly TrancheRow[]; readonly grantee: boolean }) {
  const t = useTexts(fundsTexts);
  const [asking, setAsking] = useState<string | null>(null);
  return (
    <section className="funds-part" aria-labelledby="tranches">
      <h2 id="tranches">{t('tranches')}</h2>
      <table className="ledger funds-stacked" aria-labelledby="tranches">
        <thead>
          <tr>
            <th scope="col">{t('col_tranche')}</th>
            <th scope="col" className="right">{t('col_amount')}</th>
            <th scope="col">{t('col_status')}</th>
            <th scope="col">{t('waits_for')}</th>
            <th scope="col">{t('col_due')}</th>
          </tr>
        </thead>
        <tbody>
          {tranches.map((tranche) => (
            <Fragment key={tranche.id}>
              <Line tranche={tranche} grantee={grantee} onAsk={() => setAsking(asking === tranche.id ? null : tranche.id)} />
              {grantee && (tranche.status === 'paid' || asking === tranche.id) ? (
                <tr>
                  <td colSpan={5} data-label="">
                    {tranche.status === 'paid' ? <AcknowledgeMove trancheId={tranche.id} /> : <RequestMove tranche={tranche} onDone={() => setAsking(null)} />}
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly tranche: TrancheRow;
  readonly grantee: boolean;
  readonly onAsk: () => void;
}

function Line({ tranche, grantee, onAsk }: LineProps) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const { status, paidOn, bankReference, atActual, reason, returned } = tranche;
  const askable = grantee && (status === 'planned' || status === 'requested');
  return (
    <tr>
      <td data-label={t('col_tranche')}>
        <span>
          <Link to={`/desk/payments/${tranche.id}`}>{say(tranche.title)}</Link>
          {atActual ? <span className="sub">{t('amount_ceiling', { amount: formatFen(tranche.amountFen) })}</span> : null}
        </span>
      </td>
      <td data-label={t('col_amount')} className="right"><Money fen={tranche.payFen ?? tranche.amountFen} block /></td>
      <td data-label={t('col_status')}>
        <span>
          <StatusMark word={say(tranche.label)} tone={toneOf(tranche)} />
          {returned && reason ? <span className="sub">{t('now_returned', { reason })}</span> : null}
          {paidOn ? <span className="sub">{[paidOn, bankReference].filter(Boolean).join(' · ')}</span> : null}
        </span>
      </td>
      <td data-label={t('waits_for')}>
        <span>
          <Missing tranche={tranche} />
          {askable ? (
            <button type="button" className={`button ${status === 'planned' ? '' : 'plain'}`} onClick={onAsk} style={{ marginTop: 6 }}>
              {status === 'planned' ? t('ask') : t('ask_again')}
            </button>
          ) : null}
        </span>
      </td>
      <td data-label={t('col_due')}>{tranche.dueOn && !paidOn ? <PaymentDay day={tranche.dueOn} since={null} /> : '—'}</td>
    </tr>
  );
}

function Missing({ tranche: { open, waitsFor } }: { readonly tranche: TrancheRow }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  if (open === null) return <>—</>;
  if (waitsFor.length === 0) return <>{t('nothing_missing')}</>;
  return waitsFor.map((sentence) => (
    <span key={sentence.zh} className="sub">
      · {say(sentence)}
    </span>
  ));
}
