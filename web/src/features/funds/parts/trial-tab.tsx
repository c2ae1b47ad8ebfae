import { useQuery } from '@tanstack/react-query';
import { Empty, ErrorNote, formatFen, Icon, Money, useSay, useTexts } from '../../../ui/index.js';
import { trialBalanceQuery } from '../queries.js';
import { fundsTexts } from '../texts.js';

/** Every account on its side; that the two totals agree is said in words. */
export function TrialTab({ callId }: { readonly callId: string }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const trial = useQuery(trialBalanceQuery(callId));
  if (trial.isError && !trial.data) return <ErrorNote error={trial.error} onRetry={() => void trial.refetch()} />;
  if (!trial.data) return <p className="quiet" role="status">{t('trial')}…</p>;
  const { lines, debitFen, creditFen, balanced } = trial.data;
  if (lines.length === 0) return <Empty why={t('journal_none')} what={t('journal_none_do')} />;
  const totals = { debit: formatFen(debitFen), credit: formatFen(creditFen) };
  return (
    <section aria-label={t('trial')}>
      <p className={`balance-line tone-${balanced ? 'done' : 'late'}`} style={{ color: 'var(--tone)' }}>
        <Icon name={balanced ? 'check' : 'alert'} />
        {balanced ? t('balanced', totals) : t('not_balanced', totals)}
      </p>
      <div className="ledger-wrap">
        <table className="ledger funds-stacked" aria-label={t('trial')}>
          <thead>
            <tr>
              <th scope="col">{t('entry_account')}</th>
              <th scope="col">{t('side')}</th>
              <th scope="col">{t('only_project')}</th>
              <th scope="col" className="right">{t('debit_side')}</th>
              <th scope="col" className="right">{t('credit_side')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <td data-label={t('entry_account')}>{say(line.account)}</td>
                <td data-label={t('side')}>{line.side === 'budget' ? t('side_budget') : t('side_cash')}</td>
                <td data-label={t('only_project')}>{line.projectNumber ?? '—'}</td>
                <td data-label={t('debit_side')} className="right">{line.debitFen > 0 ? <Money fen={line.debitFen} block /> : '—'}</td>
                <td data-label={t('credit_side')} className="right">{line.creditFen > 0 ? <Money fen={line.creditFen} block /> : '—'}</td>
              </tr>
            ))}
            <tr className="sum">
              <td data-label="" colSpan={3}>{t('total')}</td>
              <td data-label={t('debit_side')} className="right"><Money fen={debitFen} block /></td>
              <td data-label={t('credit_side')} className="right"><Money fen={creditFen} block /></td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
