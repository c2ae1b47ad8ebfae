import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../icon.js';
import { useTexts } from '../language/texts.js';
import { Money } from '../money.js';
import { uiTexts } from '../texts.js';
import { GridCell } from './grid-cell.js';
import { emptyRow, type GridColumn, type GridRow } from './grid-model.js';
import { paste, type Pasted } from './paste.js';

export interface BudgetTotal {
  readonly label: string;
  /** Integer fen. */
  readonly fen: number;
}

export interface BudgetTableProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly onChange: (rows: GridRow[]) => void;
  /** Title and amount of the computed last column, in integer fen; `null` while a cell is unreadable. Without them it is a plain table. */
  readonly amountTitle?: string;
  readonly amountOf?: (row: GridRow) => number | null;
  /** Further lines under the total: by money source, own share. */
  readonly totals?: (rows: readonly GridRow[]) => readonly BudgetTotal[];
  /** The server's sentences by `rowId.columnKey`. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
}

/** A grid that behaves like a spreadsheet: arrows and Enter move, Tab goes on, several rows can be pasted. */
export function BudgetTable(given: BudgetTableProps) {
  const t = useTexts(uiTexts);
  // An empty grid shows one blank row to type or paste into; it is none of the rows until something stands in it.
  const [blank] = useState(emptyRow);
  const props = given.rows.length === 0 && !given.readOnly ? { ...given, rows: [blank] } : given;
  const { columns, rows, readOnly = false } = props;
  const table = useRef<HTMLTableElement>(null);
  const edit = useGridEdits(props, table);
  return (
    <div>
      <div className="sheet">
        <table ref={table} aria-label={props.label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" style={{ width: column.width }} className={column.kind === 'money' || column.kind === 'number' ? 'right' : ''}>
                  {column.title}
                </th>
              ))}
              {props.amountOf ? (
                <th scope="col" className="right">
                  {props.amountTitle}
                </th>
              ) : null}
              {readOnly ? null : <td className="row-tools" style={{ background: 'var(--sunk)' }} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <BudgetRow key={row.id} {...props} {...edit} row={row} index={index} readOnly={readOnly} />
            ))}
          </tbody>
          {props.amountOf ? <Totals {...props} amountOf={props.amountOf} /> : null}
        </table>
      </div>
      {readOnly ? null : (
        <div className="sheet-foot no-print">
          <button type="button" className="button" onClick={edit.add}>
            <Icon name="plus" />
            {t('add_row')}
          </button>
          <span>{t('paste_hint')}</span>
          {edit.surplus > 0 ? (
            <span role="status" className="tone-waiting surplus">
              <Icon name="alert" />
              {t('paste_surplus', { count: edit.surplus })}
            </span>
          ) : null}
        </div>
      )}
    </div>
  );
}

type Edits = ReturnType<typeof useGridEdits>;

function BudgetRow({ row, index, columns, problems, readOnly, ...rest }: BudgetTableProps & Edits & { row: GridRow; index: number; readOnly: boolean }) {
  const t = useTexts(uiTexts);
  const amount = rest.amountOf?.(row) ?? null;
  const unknownChoice = ({ id, cells }: GridRow, key: string): string | undefined => {
    const text = cells[key] ? undefined : rest.unknown.get(`${id}.${key}`);
    return text === undefined ? undefined : t('no_such_choice', { text });
  };
  return (
    <tr>
      {columns.map((column, columnIndex) => (
        <GridCell
          key={column.key}
          column={column}
          columnIndex={columnIndex}
          row={index}
          value={row.cells[column.key] ?? ''}
          problem={unknownChoice(row, column.key) ?? problems?.[`${row.id}.${column.key}`]}
          readOnly={readOnly}
          onValue={rest.setValue}
          onPaste={rest.pasteAt}
          onKey={rest.onKey}
        />
      ))}
      {rest.amountOf ? (
        <td className="right result" data-label={rest.amountTitle}>
          {amount === null ? '–' : <Money fen={amount} />}
        </td>
      ) : null}
      {readOnly ? null : (
        <td className="row-tools">
          <button type="button" aria-label={t('remove_row', { row: index + 1 })} onClick={() => rest.remove(index)}>
            <Icon name="trash" />
          </button>
        </td>
      )}
    </tr>
  );
}

function Totals({ columns, rows, amountOf, totals, readOnly = false }: BudgetTableProps & { amountOf: (row: GridRow) => number | null }) {
  const t = useTexts(uiTexts);
  const total = rows.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);
  return (
    <tfoot>
      {[{ label: t('total'), fen: total }, ...(totals?.(rows) ?? [])].map((line) => (
        <tr key={line.label}>
          <td className="right" colSpan={columns.length}>
            {line.label}
          </td>
          <td className="right">
            <Money fen={line.fen} />
          </td>
          {readOnly ? null : <td className="blank" />}
        </tr>
      ))}
    </tfoot>
  );
}

/** Stable callbacks over the newest rows, so that a memoised cell is drawn again only when it changed. */
function useGridEdits(props: BudgetTableProps, table: React.RefObject<HTMLTableElement | null>) {
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  const change = useCallback((make: (rows: readonly GridRow[]) => GridRow[]) => newest.current.onChange(make(newest.current.rows)), []);
  const setValue = useCallback(
    (row: number, key: string, value: string) =>
      change((rows) => rows.map((one, index) => (index === row ? { ...one, cells: { ...one.cells, [key]: value } } : one))),
    [change],
  );
  const [{ unknown, surplus }, setPasted] = useState<Pick<Pasted, 'unknown' | 'surplus'>>({ unknown: new Map(), surplus: 0 });
  const pasteAt = useCallback((row: number, column: number, cells: string[][]) => {
    const { rows, columns, amountTitle, onChange } = newest.current;
    const pasted = paste(rows, columns, { row, column }, cells, amountTitle ? [amountTitle] : []);
    setPasted({ unknown: pasted.unknown, surplus: pasted.surplus });
    onChange(pasted.rows);
  }, []);
  const add = useCallback(() => change((rows) => [...rows, emptyRow()]), [change]);
  const remove = useCallback((row: number) => change((rows) => rows.filter((_, index) => index !== row)), [change]);
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
      const target = destination(event, row, column);
      if (!target) return;
      event.preventDefault();
      if (event.key === 'Enter' && target.row === newest.current.rows.length && !newest.current.readOnly) add();
      requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-cell="${target.row}:${target.column}"]`)?.focus());
    },
    [add, table],
  );
  return { setValue, pasteAt, add, remove, onKey, unknown, surplus };
}

/** Up, down and Enter leave a cell; left and right only from the edge of its text; a list keeps its own arrows. */
function destination(event: KeyboardEvent<HTMLElement>, row: number, column: number): { row: number; column: number } | null {
  if (event.nativeEvent.isComposing) return null;
  const field = event.target as HTMLInputElement;
  const isList = field.tagName === 'SELECT';
  if (event.key === 'Enter') return { row: row + (event.shiftKey ? -1 : 1), column };
  if (event.key === 'ArrowDown' && !isList) return { row: row + 1, column };
  if (event.key === 'ArrowUp' && !isList) return { row: row - 1, column };
  if (event.key === 'ArrowLeft' && (isList || field.selectionEnd === 0)) return { row, column: column - 1 };
  if (event.key === 'ArrowRight' && (isList || field.selectionStart === field.value.length)) return { row, column: column + 1 };
  return null;
}
