import type { ReactNode } from 'react';

export interface FiguresColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly right?: boolean;
  /** Left out on a phone. */
  readonly wideOnly?: boolean;
}

const classOf = ({ right, wideOnly }: { right?: boolean; wideOnly?: boolean }): string | undefined => [right ? 'right' : '', wideOnly ? 'wide-only' : ''].filter(Boolean).join(' ') || undefined;

export interface FiguresTableProps<Row> {
  /** What the rows are, for those who cannot see. */
  readonly label: string;
  readonly columns: readonly FiguresColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The last row, one cell for each column. */
  readonly total?: readonly ReactNode[];
}

/** A small table of numbers, stacked on a phone. */
export function FiguresTable<Row>({ label, columns, rows, rowKey, total }: FiguresTableProps<Row>) {
  return (
    <table className={`count-table ${columns.filter(({ wideOnly }) => !wideOnly).length > 3 ? 'stacks' : ''}`} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} data-label={column.title} className={classOf(column)}>
                <span>{column.render(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {total.map((cell, at) => (
              <td key={columns[at]!.key} data-label={columns[at]!.title} className={classOf(columns[at]!)}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
