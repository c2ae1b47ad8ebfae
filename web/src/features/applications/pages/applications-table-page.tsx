import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { api, callChoicesQuery, holdsOneOf, useChosenProgramme, useSession, type StaffRow } from '../../../api/index.js';
import { DataTable, type TableQuery } from '../../../ui/data-table/index.js';
import { inLanguage, KeyHelp, PageShell, useLanguage, useTexts, useUrlState } from '../../../ui/index.js';
import { BulkAdmit } from '../staff/bulk-admit.js';
import { ExportMenu } from '../staff/export-menu.js';
import { FilterHelp } from '../staff/filter-help.js';
import { SavedViews } from '../staff/saved-views.js';
import '../staff/staff.css';
import { STATUSES } from '../staff/status.js';
import { useTableColumns } from '../staff/table-columns.js';
import { filterOf } from '../staff/table-filter.js';
import { useRowKeys } from '../staff/use-row-keys.js';
import { staffTexts } from '../texts-staff.js';

/** Everything that was submitted, as one table to work in. */
export default function ApplicationsTablePage() {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const programmeId = useChosenProgramme();
  const [url] = useUrlState();
  const rounds = useQuery(callChoicesQuery).data?.items ?? [];
  const session = useSession();
  const screens = Boolean(session && holdsOneOf(session.account, ['officer', 'screener']));
  const columns = useTableColumns(rounds);
  useRowKeys('.applications-table a.row-link');
  const load = (query: TableQuery) => api.staffApplicationsList({ query: { ...filterOf(query, programmeId), limit: 50, ...(query.after ? { after: query.after } : {}) } });
  const round = rounds.find(({ id }) => id === url.callId);
  return (
    <PageShell title={round ? `${t('table')} · ${round.title[language]}` : t('table')} reference={round?.number ?? t('table_lead')} {...(round ? { back: { to: `/desk/calls/${round.id}`, label: round.title[language] } } : {})}>
      <SavedViews rounds={rounds} />
      <FilterHelp />
      <div className="applications-table">
        <DataTable<StaffRow>
          key={programmeId ?? 'all'}
          name="applications"
          label={t('table')}
          columns={columns}
          rowKey={(row) => row.id}
          load={load}
          multiSort
          statuses={STATUSES.map(([value, zh, en]) => ({ value, label: inLanguage([zh, en], language) }))}
          {...(screens ? { bulk: (selected: readonly StaffRow[], clear: () => void) => <BulkAdmit rows={selected} onDone={clear} /> } : {})}
          exportMenu={(query) => <ExportMenu query={query} programmeId={programmeId} rounds={rounds} />}
          empty={{ why: t('empty'), what: t('empty_what') }}
        />
        {round ? (
          <p className="no-print">
            <Link to="/desk/applications/effort" search={{ callId: round.id } as never}>
              {t('effort')}
            </Link>
          </p>
        ) : null}
        <KeyHelp lines={[[['j', 'k', '↓', '↑'], t('key_rows')], [['Enter'], t('key_open')], [['/'], t('key_search')]]} />
      </div>
    </PageShell>
  );
}
