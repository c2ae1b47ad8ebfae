import { Money } from '../../../ui/index.js';

export interface RowColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
}

/** Rows as somebody typed them; on a phone each row stands by itself. */
export function RowsTable({ rows, columns }: { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly columns: readonly RowColumn[] }) {
  return (
    <table className="rows-table">
      <thead>
        <tr>
          {columns.map(({ key, title, kind }) => (
            <th key={key} scope="col" className={isFigure(kind) ? 'right' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ key, title, kind }) => (
              <td key={key} data-label={title} className={isFigure(kind) ? 'right figures' : ''}>
                <Cell value={row[key]} kind={kind} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isFigure = (kind: string): boolean => kind === 'number' || kind === 'money';

function Cell({ value, kind }: { readonly value: unknown; readonly kind: string }) {
  if (kind === 'money' && typeof value === 'number') return <Money fen={value} />;
  return <>{typeof value === 'string' || typeof value === 'number' ? value : ''}</>;
}
