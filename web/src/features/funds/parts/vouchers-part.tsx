import type { TrancheDetail } from '../../../api/index.js';
import { DocumentLink, Empty, Money, useSay, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

export function VouchersPart({ vouchers }: Pick<TrancheDetail, 'vouchers'>) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  return (
    <section className="funds-part" aria-labelledby="vouchers">
      <h2 id="vouchers">{t('vouchers')}</h2>
      {vouchers.length === 0 ? (
        <Empty small why={t('vouchers_none')} what={t('vouchers_none_do')} />
      ) : (
        <table className="ledger funds-stacked" aria-labelledby="vouchers">
          <tbody>
            {vouchers.map(({ documentId, label, name, amountFen }) => (
              <tr key={documentId}>
                <td data-label={t('vouchers')}>{say(label)}</td>
                <td data-label={t('voucher_file')}>
                  <DocumentLink id={documentId} name={name} />
                </td>
                <td className="right" data-label={t('col_amount')}>
                  <Money fen={amountFen} block />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('voucher_total')}</td>
              <td className="right" data-label={t('col_amount')}>
                <Money fen={vouchers.reduce((sum, { amountFen }) => sum + amountFen, 0)} block />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}
