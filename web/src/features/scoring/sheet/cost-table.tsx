import type { JudgedApplicationView } from '../../../api/index.js';
import { Money, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** The budget line by line, with how each sum was reckoned. */
export function CostTable({ budget }: { readonly budget: JudgedApplicationView['budget'] }) {
  const say = useSay();
  const t = useTexts(texts);
  return (
    <table className="rows-table">
      <thead>
        <tr>
          <th scope="col">{t('cost')}</th>
          <th scope="col">{t('cost_kind')}</th>
          <th scope="col">{t('money_source')}</th>
          <th scope="col" className="right">
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {budget.map((line, at) => (
          <tr key={at}>
            <td data-label={t('cost')}>
              {line.item}
              <span className="quiet reckoning figures">
                <Money fen={line.unitFen} /> × {line.quantity} {line.unit}
                {line.days === null ? '' : ` × ${line.days}`} {line.note}
              </span>
            </td>
            <td data-label={t('cost_kind')}>{say(line.category)}</td>
            <td data-label={t('money_source')}>{say(line.source)}</td>
            <td data-label={t('amount')} className="right">
              <Money fen={line.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
