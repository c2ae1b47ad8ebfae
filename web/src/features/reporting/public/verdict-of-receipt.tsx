import { useQuery } from '@tanstack/react-query';
import { Problem, type HeldReceiptBody, type ReceiptCheckView } from '../../../api/index.js';
import { ErrorNote, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { receiptCheckQuery } from '../queries.js';
import { receiptTexts } from '../texts-receipt.js';
import { Refusal } from './verdict-of-hash.js';

/** What the receipt of a score sheet proves, step by step; nothing of what the sheet says. */
export function VerdictOfReceipt({ receipt }: { readonly receipt: HeldReceiptBody }) {
  const t = useTexts(receiptTexts);
  const { data, error, isPending, refetch } = useQuery(receiptCheckQuery(receipt));
  if (isPending) return <p className="quiet" role="status">{t('checking')}</p>;
  if (error instanceof Problem && error.status < 500) return <Refusal title={t('unknown')} why={t('unknown_why')} />;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return <Checked receipt={receipt} check={data} />;
}

function Checked({ receipt, check }: { readonly receipt: HeldReceiptBody; readonly check: ReceiptCheckView }) {
  const t = useTexts(receiptTexts);
  const say = useSay();
  const { proven, steps, stands } = check;
  return (
    <div className={`verdict-genuine tone-${proven ? 'done' : 'late'}`} role={proven ? 'status' : 'alert'}>
      <p className="verdict-title">
        <Icon name={proven ? 'check' : 'alert'} />
        {t(proven ? 'proven' : 'refuted')}
      </p>
      <ol className="receipt-steps">
        {steps.map(({ passed, what }, at) => (
          <li key={at} className={`tone-${passed ? 'done' : 'late'}`}>
            <Icon name={passed ? 'check' : 'cross'} />
            <span>
              <span className="visually-hidden">{t(passed ? 'holds' : 'fails')} </span>
              {say(what)}
            </span>
          </li>
        ))}
      </ol>
      <dl className="finding">
        <div>
          <dt>{t('number')}</dt>
          <dd className="figures">{receipt.number}</dd>
        </div>
        <div>
          <dt>{t('round')}</dt>
          <dd>{say(check.round)}</dd>
        </div>
        <div>
          <dt>{t('recorded_at')}</dt>
          <dd>
            <Instant at={check.recordedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd className={stands ? '' : 'tone-waiting toned'}>{t(stands ? 'stands' : 'superseded')}</dd>
        </div>
      </dl>
      <p className="quiet proof-hash figures">{t('commitment')} {receipt.commitment}</p>
      <p className="quiet">{t('private')}</p>
    </div>
  );
}
