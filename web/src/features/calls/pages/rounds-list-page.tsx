import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, holdsOneOf, useChosenProgramme, useSession, type CallCountsView, type CallsListData, type OfficerCallRow } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { inLanguage, Instant, PageShell, StatusMark, useLanguage, useTexts } from '../../../ui/index.js';
import { CALL_STATUSES, STATUS_WORDS, toneOfCall } from '../desk/call-tones.js';
import '../desk/calls-desk.css';
import { NextDate } from '../desk/next-date.js';
import { RoundCounts } from '../desk/round-counts.js';
import { countsQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';

type Status = NonNullable<NonNullable<CallsListData['query']>['status']>;

/** Every round that this person may see, narrowed to the programme of the top bar. */
export default function RoundsListPage() {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const programmeId = useChosenProgramme();
  const counts = useQuery(countsQuery());
  const navigate = useNavigate();
  const session = useSession();
  const mayStart = session && holdsOneOf(session.account, ['officer']);
  const load = ({ q, status, after }: TableQuery) =>
    api.callsList({ query: { ...(q ? { words: q } : {}), ...(status ? { status: status as Status } : {}), ...(after ? { after } : {}), ...(programmeId ? { programmeId } : {}), limit: 50 } });
  return (
    <PageShell title={t('rounds')} reference={t('rounds_lead')} action={{ label: t('start_call'), icon: 'plus', onAct: () => void navigate({ to: '/desk/calls/new' }), refusal: mayStart ? null : t('only_officers_start') }}>
      <DataTable<OfficerCallRow>
        key={programmeId ?? 'all'}
        name={`rounds-${programmeId ?? 'all'}`}
        label={t('rounds')}
        columns={useColumns(counts.data ?? [])}
        rowKey={(row) => row.id}
        load={load}
        statuses={CALL_STATUSES.map((value) => ({ value, label: inLanguage(STATUS_WORDS[value] ?? [value, value], language) }))}
        empty={{ why: t('empty_rounds'), what: t('empty_rounds_what') }}
      />
    </PageShell>
  );
}

function useColumns(counts: readonly CallCountsView[]): Column<OfficerCallRow>[] {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  return [
    {
      key: 'title', title: t('round'), lead: true, width: 320,
      render: (row) => (
        <span className="stacked">
          <Link to={`/desk/calls/${row.id}` as string}>{row.title[language]}</Link>
          <span className="quiet figures">{row.number}</span>
        </span>
      ),
    },
    { key: 'status', title: t('status'), render: (row) => <StatusMark word={row.label[language]} tone={toneOfCall(row.status)} /> },
    { key: 'next', title: t('next_date'), render: (row) => <NextDate next={row.next} /> },
    { key: 'applications', title: t('applications'), render: (row) => <RoundCounts callId={row.id} counts={counts.find(({ callId }) => callId === row.id)} /> },
    { key: 'opensAt', title: t('opens_on'), hidden: true, render: (row) => (row.opensAt ? <Instant at={row.opensAt} zone={false} /> : null) },
    { key: 'closesAt', title: t('closes_on'), hidden: true, render: (row) => (row.closesAt ? <Instant at={row.closesAt} zone={false} /> : null) },
  ];
}
