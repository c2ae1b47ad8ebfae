import { memo, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTexts } from '../language/texts.js';
import { parseFen } from '../money-format.js';
import { uiTexts } from '../texts.js';
import { parseCount, type GridColumn } from './grid-model.js';
import { readClipboard } from './paste.js';

export interface GridCellProps {
  readonly column: GridColumn;
  readonly value: string;
  readonly row: number;
  readonly columnIndex: number;
  readonly problem?: string | undefined;
  readonly readOnly: boolean;
  readonly onValue: (row: number, key: string, value: string) => void;
  readonly onPaste: (row: number, column: number, cells: string[][]) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, row: number, column: number) => void;
}

/** One cell; memoised, because a budget of fifty rows must not redraw at every key. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { column, value, row, columnIndex, onValue, onKey } = props;
  const t = useTexts(uiTexts);
  // What this cell alone can say is told before what the server says of the whole line.
  const wrong = (value === '' ? undefined : unreadable(column, value, t)) ?? props.problem;
  const right = column.kind === 'money' || column.kind === 'number';
  const common = {
    'aria-label': t('row_cell', { row: row + 1, column: column.title }),
    'aria-invalid': wrong ? true : undefined,
    'data-cell': `${row}:${columnIndex}`,
    value,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKey(event, row, columnIndex),
  };
  const pasted = (event: ClipboardEvent) => {
    const cells = readClipboard(event.clipboardData.getData('text/plain'));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    props.onPaste(row, columnIndex, cells);
  };
  return (
    <td className={[right ? 'right' : '', wrong ? 'bad' : ''].join(' ').trim()} data-label={column.title}>
      {column.kind === 'choice' ? (
        <select {...common} disabled={props.readOnly} onChange={(event) => onValue(row, column.key, event.target.value)} onPaste={pasted}>
          <option value="">{t('choose')}</option>
          {column.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : column.kind === 'text' ? (
        // It grows with its words, so that what a line is reckoned from can be read whole.
        <textarea {...common} rows={1} readOnly={props.readOnly} onChange={(event) => onValue(row, column.key, event.target.value)} onPaste={pasted} />
      ) : (
        <input {...common} type={column.kind === 'date' ? 'date' : undefined} readOnly={props.readOnly} inputMode={right ? 'decimal' : undefined} onChange={(event) => onValue(row, column.key, event.target.value)} onPaste={pasted} />
      )}
      {wrong ? <span className="cell-problem">{wrong}</span> : null}
    </td>
  );
});

function unreadable(column: GridColumn, value: string, t: ReturnType<typeof useTexts<(typeof uiTexts)['texts']>>): string | undefined {
  if (column.kind === 'money' && parseFen(value) === null) return t('not_an_amount');
  if (column.kind === 'number' && parseCount(value) === null) return t('not_a_number');
  return undefined;
}
