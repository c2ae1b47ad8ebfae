import type { RulebookBudget } from '../../../api/index.js';
import { formatFen, Money, useSay, useTexts } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';

type Row = Readonly<Record<string, unknown>>;

/** The budget as it is read, with its sums by money source. Where seven columns have no room, a line keeps three and says the rest below its name. */
export function BudgetShown({ answer, budget }: { readonly answer: unknown; readonly budget: RulebookBudget }) {
  const t = useTexts(formTexts);
  const say = useSay();
  const rows = Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
  const titleOf = (list: readonly { readonly key: string; readonly title: { readonly zh: string; readonly en: string } }[], key: unknown) => {
    const title = list.find((one) => one.key === key)?.title;
    return title ? say(title) : String(key ?? '');
  };
  const sum = (wanted?: string) => rows.filter(({ source }) => wanted === undefined || source === wanted).reduce((total, row) => total + lineFen(row), 0);
  const heads = [t('budget_category'), t('budget_item'), t('budget_unit_price'), t('budget_quantity'), t('budget_amount'), t('budget_source'), t('budget_note')];
  return (
    <div className="wide-table" tabIndex={0}>
      <table className="shown-table budget-lines">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at >= 2 && at <= 4 ? 'right' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td data-label={heads[0]}>{titleOf(budget.costs, row.category)}</td>
              <td data-label={heads[1]}>
                {String(row.item ?? '')}
                <span className="line-detail">{detailOf(row, titleOf(budget.sources, row.source))}</span>
              </td>
              <td data-label={heads[2]} className="right folds">
                {typeof row.unitFen === 'number' ? <Money fen={row.unitFen} /> : String(row.unitFen ?? '')}
              </td>
              <td data-label={heads[3]} className="right folds">
                {quantityWords(row)}
              </td>
              <td data-label={heads[4]} className="right">
                <Money fen={lineFen(row)} />
              </td>
              <td data-label={heads[5]} className="folds">{titleOf(budget.sources, row.source)}</td>
              <td data-label={heads[6]} className="folds">{String(row.note ?? '')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(budget.sources.length > 1 ? budget.sources : []).map(({ key, title }) => (
            <tr key={key}>
              <td colSpan={4}>{say(title)}</td>
              <td className="right">
                <Money fen={sum(key)} />
              </td>
              <td colSpan={2} className="folds" />
            </tr>
          ))}
          <tr>
            <td colSpan={4}>
              <strong>{t('budget_total')}</strong>
            </td>
            <td className="right">
              <strong>
                <Money fen={sum()} />
              </strong>
            </td>
            <td colSpan={2} className="folds" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** How the sum of a line comes about, from which money, and on what ground: in one line of words. */
function detailOf(row: Row, source: string): string {
  const price = typeof row.unitFen === 'number' ? formatFen(row.unitFen) : '';
  return [[price, quantityWords(row)].filter(Boolean).join(' × '), source, String(row.note ?? '')].filter(Boolean).join(' · ');
}

/** A line that is not complete comes to nothing yet. */
function lineFen({ unitFen, quantity, days = 1 }: Row): number {
  if (typeof unitFen !== 'number' || typeof quantity !== 'number' || typeof days !== 'number') return 0;
  return Math.round((unitFen * Math.round(quantity * 100) * Math.round(days * 100)) / 10_000);
}

function quantityWords({ quantity, unit, days }: Row): string {
  const first = [quantity, unit].filter((part) => part !== undefined && part !== '').join(' ');
  return days === undefined ? first : `${first} × ${String(days)}`;
}
