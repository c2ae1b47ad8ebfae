import { Link } from '@tanstack/react-router';
import { api, APPLICANT_KINDS, wordFor, type OrganisationStaffRow } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { inLanguage, StatusMark, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

const STANDINGS = ['sound', 'stopped', 'debarred', 'account_waiting'] as const;

/** Every organisation of the area, by standing. */
export default function OrganisationsPage() {
  const t = useTexts(staffTexts);
  const columns = useColumns();
  return (
    <article className="page">
      <h1>{t('list')}</h1>
      <DataTable<OrganisationStaffRow>
        name="organisations-list"
        label={t('list')}
        columns={columns}
        rowKey={({ id }) => id}
        load={load}
        statuses={STANDINGS.map((value) => ({ value, label: t(`tab_${value}`) }))}
        empty={{ why: t('list_none'), what: t('list_none_do') }}
      />
    </article>
  );
}

async function load({ q, status, after, filters }: TableQuery) {
  const standing = STANDINGS.find((one) => one === status);
  const kind = filters.kind as OrganisationStaffRow['kind'] | undefined;
  const page = await api.organisationStaffList({
    query: { limit: 50, ...(after ? { after } : {}), ...(q ? { words: q } : {}), ...(standing ? { standing } : {}), ...(kind ? { kind: kind as keyof typeof APPLICANT_KINDS } : {}) },
  });
  return { items: page.items, ...(page.next ? { next: page.next } : {}), counts: page.counts };
}

function useColumns(): Column<OrganisationStaffRow>[] {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const kinds = Object.entries(APPLICANT_KINDS).map(([value, words]) => ({ value, label: inLanguage(words, language) }));
  return [
    { key: 'name', title: t('col_name'), lead: true, width: 330, render: (row) => <Link to={`/desk/organisations/${row.id}`}>{row.name}</Link> },
    { key: 'kind', title: t('col_kind'), width: 200, choices: kinds, render: (row) => inLanguage(wordFor(APPLICANT_KINDS, row.kind), language) },
    { key: 'code', title: t('col_code'), render: (row) => <span className="figures">{row.creditCode ?? '—'}</span> },
    { key: 'legal', title: t('col_legal'), render: (row) => row.legalRepresentative },
    { key: 'grade', title: t('col_grade'), render: (row) => row.grade ?? '—' },
    { key: 'standing', title: t('col_standing'), render: (row) => <StandingMarks row={row} /> },
  ];
}

function StandingMarks({ row: { stopped, debarred, merged, accountWaiting } }: { readonly row: OrganisationStaffRow }) {
  const t = useTexts(staffTexts);
  return (
    <>
      {stopped ? <StatusMark tone="late" word={t('st_stopped')} /> : null}
      {debarred ? <StatusMark tone="late" word={t('st_debarred')} /> : null}
      {stopped || debarred || merged ? null : <StatusMark tone="done" word={t('st_sound')} />}
      {merged ? <StatusMark tone="quiet" word={t('st_merged')} /> : null}
      {accountWaiting ? (
        <span style={{ display: 'block' }}>
          <StatusMark tone="waiting" word={t('st_account_waiting')} />
        </span>
      ) : null}
    </>
  );
}
