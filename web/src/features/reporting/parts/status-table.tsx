import type { StatusSumView } from '../../../api/index.js';
import { Money, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { FiguresTable, type FiguresColumn } from './figures-table.js';
import type { Way } from './table-behind.js';
import { WayLink } from './way-link.js';

export interface StatusTableProps {
  readonly label: string;
  readonly rows: readonly StatusSumView[];
  /** The table behind a number. */
  readonly way: (status: string) => Way | null;
  /** Adds what they amount to. */
  readonly money?: boolean;
}

/** How many stand in each status, with a bar for the share. */
export function StatusTable({ label, rows, way, money = false }: StatusTableProps) {
  const t = useTexts(texts);
  const say = useSay();
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const columns: FiguresColumn<StatusSumView>[] = [
    { key: 'status', title: t('status'), render: (row) => say(row.label) },
    { key: 'share', title: t('share'), wideOnly: true, render: ({ count }) => <ShareBar share={total === 0 ? 0 : count / total} /> },
    { key: 'count', title: t('count'), right: true, render: ({ status, count }) => <Count count={count} way={way(status)} /> },
    ...(money ? [{ key: 'fen', title: t('amount'), right: true, render: ({ fen }: StatusSumView) => <Money fen={fen} /> }] : []),
  ];
  return <FiguresTable label={label} columns={columns} rows={rows} rowKey={({ status }) => status} total={[t('total'), '', total, ...(money ? [<Money key="fen" fen={rows.reduce((sum, { fen }) => sum + fen, 0)} />] : [])]} />;
}

function Count({ count, way }: { readonly count: number; readonly way: Way | null }) {
  return way ? <WayLink way={way}>{count}</WayLink> : count;
}

function ShareBar({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100);
  return (
    <span className="figures-share">
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </span>
      <span className="figures">{percent}%</span>
    </span>
  );
}
