import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoundRow } from '../../../api/index.js';
import { Empty, ErrorNote, Money, useSay, useTexts } from '../../../ui/index.js';
import '../funds.css';
import { roundsQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** Every round in sight with its money. */
export default function RoundsPage() {
  const t = useTexts(fundsTexts);
  const rounds = useQuery(roundsQuery);
  return (
    <article className="page">
      <h1>{t('rounds')}</h1>
      <div className="page-body">
        {rounds.isError ? <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} /> : null}
        {rounds.isPending ? <p className="quiet" role="status">{t('rounds')}…</p> : null}
        {rounds.data?.length === 0 ? <Empty why={t('rounds_none')} what={t('rounds_none_do')} /> : null}
        {rounds.data && rounds.data.length > 0 ? <RoundTable rounds={rounds.data} /> : null}
      </div>
    </article>
  );
}

const COLUMNS = [
  ['pool', 'poolFen'],
  ['granted_in', 'grantedInFen'],
  ['committed', 'committedFen'],
  ['paid', 'paidFen'],
  ['in_bank', 'bankFen'],
  ['free', 'freeFen'],
] as const;

function RoundTable({ rounds }: { readonly rounds: readonly RoundRow[] }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  return (
    <div className="ledger-wrap">
      <table className="ledger funds-stacked" aria-label={t('rounds')}>
        <thead>
          <tr>
            <th scope="col">{t('col_round')}</th>
            {COLUMNS.map(([label]) => (
              <th scope="col" className="right" key={label}>{t(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.callId}>
              <td data-label={t('col_round')}>
                <span>
                  <Link to={`/desk/funds/${round.callId}`}>{say(round.title)}</Link>
                  <span className="sub">{round.number}</span>
                </span>
              </td>
              {COLUMNS.map(([label, key]) => (
                <td data-label={t(label)} className="right" key={label}>
                  <Money fen={round[key]} block />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
