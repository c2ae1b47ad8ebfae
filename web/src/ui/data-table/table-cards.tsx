import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import type { Column } from './table-model.js';

interface TableCardsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Absent: rows cannot be selected. */
  readonly selected?: readonly Row[] | undefined;
  readonly onSelected: (rows: readonly Row[]) => void;
}

/** The same rows on a phone: one under another, the lead column as heading, nothing to scroll sideways. */
export function TableCards<Row>({ columns, rows, rowKey, selected, onSelected }: TableCardsProps<Row>) {
  const t = useTexts(uiTexts);
  const lead = columns.find((column) => column.lead) ?? columns[0];
  const keys = selected?.map(rowKey);
  const toggle = (row: Row, on: boolean) => onSelected(on ? [...(selected ?? []), row] : (selected ?? []).filter((one) => rowKey(one) !== rowKey(row)));
  return (
    <ul className="table-cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="lead">
            <span>{lead?.render(row)}</span>
            {keys ? (
              <label className="tick">
                <input type="checkbox" aria-label={t('select_row')} checked={keys.includes(rowKey(row))} onChange={(event) => toggle(row, event.target.checked)} />
              </label>
            ) : null}
          </div>
          <dl>
            {columns
              .filter((column) => column !== lead)
              .map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
