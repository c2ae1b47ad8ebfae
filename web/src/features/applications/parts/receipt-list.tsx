import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorNote, Instant, useTexts } from '../../../ui/index.js';
import { receiptsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

export function ReceiptList({ id }: { readonly id: string }) {
  const t = useTexts(ownTexts);
  const receipts = useQuery(receiptsQuery(id));
  if (receipts.error && !receipts.data) return <ErrorNote error={receipts.error} onRetry={() => void receipts.refetch()} />;
  if (receipts.data?.length === 0) return <p className="quiet">{t('receipts_none')}</p>;
  return (
    <ul className="mend-list">
      {receipts.data?.map(({ ordinal, submittedAt, number }) => (
        <li key={ordinal}>
          <span className="where">{t('receipt_of', { ordinal })}</span>
          <span className="figures">{number}</span>
          <Instant at={submittedAt} precision="second" />
          <Link to={`/desk/my-applications/${id}/receipts/${ordinal}`}>{t('open_receipt')}</Link>
        </li>
      ))}
    </ul>
  );
}
