import { Link } from '@tanstack/react-router';
import { api, type TrancheRow } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { Instant, Money, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { PaymentDay } from '../parts/payment-day.js';
import { fundsTexts } from '../texts.js';
import { toneOf } from '../tones.js';

const STATUSES = ['requested', 'prepared', 'approved', 'paid', 'acknowledged', 'planned', 'cancelled'] as const;

/** Every payment in sight: what waits, what is paid, what is only planned. */
export default function PaymentsPage() {
  const t = useTexts(fundsTexts);
  const columns = useColumns();
  return (
    <article className="page">
      <h1>{t('payments')}</h1>
      <DataTable<TrancheRow>
        name="payments"
        label={t('payments')}
        columns={columns}
        rowKey={({ id }) => id}
        load={load}
        statuses={STATUSES.map((value) => ({ value, label: t(`st_${value}`) }))}
        empty={{ why: t('payments_none'), what: t('payments_none_do') }}
      />
    </article>
  );
}

function load({ q, status, after }: TableQuery) {
  const chosen = STATUSES.find((one) => one === status);
  return api.tranchesList({ query: { limit: 50, ...(after ? { after } : {}), ...(q ? { words: q } : {}), ...(chosen ? { status: chosen } : { show: 'all' }) } });
}

function useColumns(): Column<TrancheRow>[] {
  const t = useTexts(fundsTexts);
  const say = useSay();
  return [
    { key: 'project', title: t('col_project'), lead: true, width: 300, render: (row) => <Link to={`/desk/payments/${row.id}`}>{row.projectNumber} {row.projectName}</Link> },
    { key: 'organisation', title: t('col_organisation'), width: 210, render: (row) => row.organisationName },
    { key: 'tranche', title: t('col_tranche'), render: (row) => say(row.title) },
    { key: 'state', title: t('col_status'), render: (row) => <StatusMark word={say(row.label)} tone={toneOf(row)} /> },
    { key: 'gate', title: t('col_gate'), render: (row) => <GateCell row={row} /> },
    { key: 'amount', title: t('col_amount'), align: 'right', render: (row) => <Money fen={row.payFen ?? row.amountFen} /> },
    { key: 'due', title: t('col_due'), render: (row) => (row.paidOn ? <span className="figures">{row.paidOn}</span> : row.dueOn ? <PaymentDay day={row.dueOn} since={null} /> : <span className="quiet">—</span>) },
    { key: 'since', title: t('col_since'), hidden: true, render: (row) => (row.since ? <Instant at={row.since} zone={false} /> : '—') },
    { key: 'reference', title: t('col_reference'), hidden: true, render: (row) => <span className="figures">{row.bankReference ?? '—'}</span> },
    { key: 'round', title: t('col_round'), hidden: true, width: 240, render: (row) => say(row.callTitle) },
  ];
}

function GateCell({ row }: { readonly row: TrancheRow }) {
  const marks = useMarks();
  const t = useTexts(fundsTexts);
  const say = useSay();
  if (row.open === null) return <span className="quiet">—</span>;
  if (row.open) return <StatusMark tone="done" word={t('gate_open')} />;
  return (
    <span title={row.waitsFor.map(say).join(marks.semicolon)}>
      <StatusMark tone="waiting" word={t('gate_shut', { count: row.waitsFor.length })} />
    </span>
  );
}
