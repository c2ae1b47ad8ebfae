import { ActionButton } from '../../ui/action-button.js';
import { Countdown } from '../../ui/countdown.js';
import { DataTable, type Column, type TablePage, type TableQuery } from '../../ui/data-table/index.js';
import { Icon } from '../../ui/icon.js';
import { Instant } from '../../ui/instant.js';
import { Money } from '../../ui/money.js';
import { StatusMark } from '../../ui/status-mark.js';
import type { Tone } from '../../ui/tone.js';

interface Sample {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly status: string;
  readonly fen: number;
  readonly at: string;
  readonly due: string;
}

const STATUS: Readonly<Record<string, readonly [string, Tone]>> = {
  submitted: ['已提交', 'calm'],
  correction: ['待补正', 'waiting'],
  eligible: ['初审通过', 'done'],
  refused: ['未通过初审', 'late'],
};

const NAMES = ['“她力量”乡村女性手工就业计划', '木兰花开·单亲家庭支持', '银龄伴读', '社区妇女微家共建', '“护蕾”女童安全教育进校园', '新市民妈妈互助小组'];
const HOLDERS = ['温江区同心社会工作服务中心', '武汉市江汉区木兰女性发展与家庭服务促进会', '芜湖市镜湖区馨家园社区服务社', '扬州市邗江区蒲公英女性社会组织服务中心'];

const ROWS: Sample[] = Array.from({ length: 200 }, (_, index) => ({
  id: String(index),
  reference: `WJ-2025-B-${String(index + 1).padStart(4, '0')}`,
  name: NAMES[index % NAMES.length] ?? '',
  organisation: HOLDERS[index % HOLDERS.length] ?? '',
  status: Object.keys(STATUS)[(index * 7) % 4] ?? 'submitted',
  fen: 1_234_567 + index * 350_001,
  at: new Date(Date.now() - index * 5_000_000).toISOString(),
  due: new Date(Date.now() + (index * 17 - 10) * 3_600_000).toISOString(),
}));

const COLUMNS: Column<Sample>[] = [
  { key: 'reference', title: '编号', render: (row) => <span className="figures">{row.reference}</span>, sortable: true },
  { key: 'name', title: '项目', render: (row) => <a href="#main">{row.name}</a>, width: 250, lead: true },
  { key: 'organisation', title: '申报机构', render: (row) => row.organisation, width: 230, choices: HOLDERS.map((value) => ({ value, label: value })) },
  { key: 'status', title: '状态', render: (row) => <StatusMark word={STATUS[row.status]?.[0] ?? ''} tone={STATUS[row.status]?.[1] ?? 'calm'} /> },
  { key: 'due', title: '期限', render: (row) => <Countdown until={row.due} />, sortable: true },
  { key: 'fen', title: '申请金额', render: (row) => <Money fen={row.fen} />, align: 'right', sortable: true },
  { key: 'at', title: '提交时间', render: (row) => <Instant at={row.at} zone={false} />, hidden: true },
];

const SIZE = 8;

/** Stands in for the server: filters, counts and pages by cursor. */
async function load(query: TableQuery): Promise<TablePage<Sample>> {
  const narrowed = ROWS.filter((row) => (!query.q || row.name.includes(query.q)) && (!query.filters.organisation || row.organisation === query.filters.organisation));
  const counts: Record<string, number> = {};
  for (const row of narrowed) counts[row.status] = (counts[row.status] ?? 0) + 1;
  const rows = narrowed.filter((row) => !query.status || row.status === query.status);
  const start = Number(query.after ?? 0);
  return {
    items: rows.slice(start, start + SIZE),
    next: start + SIZE < rows.length ? String(start + SIZE) : null,
    previous: start > SIZE ? String(start - SIZE) : null,
    total: rows.length,
    counts,
  };
}

export function TableSample() {
  return (
    <article className="page">
      <h1>申报</h1>
      <DataTable<Sample>
        name="sample"
        label="申报"
        columns={COLUMNS}
        rowKey={(row) => row.id}
        load={load}
        statuses={Object.entries(STATUS).map(([value, [label]]) => ({ value, label }))}
        bulk={(selected) => (
          <ActionButton kind="secondary" onAct={() => undefined}>
            分派给初审员（{selected.length}）
          </ActionButton>
        )}
        exportMenu={() => (
          <button type="button" className="button">
            <Icon name="file" />
            导出本筛选
          </button>
        )}
        empty={{ why: '还没有收到申报', what: '征集 2026-09-01 开放，开放后申报会出现在这里。' }}
      />
    </article>
  );
}
