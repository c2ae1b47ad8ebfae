import { emptyRow, type GridColumn, type GridRow } from './grid-model.js';

export interface Pasted {
  readonly rows: GridRow[];
  /** Texts that are none of a list's choices, by `rowId.columnKey`: their cells are empty, and the person is told what stood there. */
  readonly unknown: ReadonlyMap<string, string>;
  /** Cells to the right of the grid, or under a heading that it does not have, in which something stood. */
  readonly surplus: number;
}

/** What a spreadsheet puts on the clipboard: tab-separated lines, cells with line breaks or quotation marks in double quotes. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at];
    // Inside a quoted cell two marks stand for one.
    if (quoted && letter === '"' && plain[at + 1] === '"') cell += plain[(at += 1)];
    else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && letter === '\t') endCell();
    else if (!quoted && letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter === '\n' ? ' ' : letter;
  }
  endCell();
  return rows;
}

/**
 * Lays pasted cells over the grid from one cell on, adding rows as needed. A first line of headings says which column is which, in whatever order;
 * choices are matched by label or value.
 */
export function paste(rows: readonly GridRow[], columns: readonly GridColumn[], at: { row: number; column: number }, pasted: string[][], ignored: readonly string[] = []): Pasted {
  const headings = headingsOf(pasted[0] ?? [], columns);
  const lines = headings ? pasted.slice(1) : pasted;
  const columnAt = (right: number): GridColumn | undefined => (headings ? headings[right] : columns[at.column + right]);
  const isIgnored = (right: number): boolean => headings !== null && ignored.some((title) => heading(title) === heading(pasted[0]?.[right] ?? ''));
  const next = [...rows];
  const unknown = new Map<string, string>();
  let surplus = 0;
  lines.forEach((line, down) => {
    const row = next[at.row + down] ?? emptyRow();
    const cells = { ...row.cells };
    line.forEach((text, right) => {
      const column = columnAt(right);
      if (!column) surplus += text === '' || isIgnored(right) ? 0 : 1;
      else {
        cells[column.key] = column.kind === 'choice' ? matchChoice(column, text) : text;
        if (text !== '' && cells[column.key] === '') unknown.set(`${row.id}.${column.key}`, text);
      }
    });
    next[at.row + down] = { ...row, cells };
  });
  return { rows: next, unknown, surplus };
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Without what stands in brackets behind it: 单价 is 单价（元）. */
const heading = (text: string): string => squeezed(text).split('(')[0] ?? '';

/** The column under each cell of a line of headings; null where the line is none: two at least, and most of its cells, must name columns. */
function headingsOf(line: readonly string[], columns: readonly GridColumn[]): (GridColumn | undefined)[] | null {
  const found = line.map((text) => (text === '' ? undefined : columns.find(({ title }) => heading(title) === heading(text))));
  const [named, filled] = [found.filter(Boolean).length, line.filter(Boolean).length];
  return named >= 2 && named * 2 > filled ? found : null;
}

function matchChoice(column: GridColumn, text: string): string {
  return column.choices?.find(({ label, value }) => squeezed(label) === squeezed(text) || value === text)?.value ?? '';
}
