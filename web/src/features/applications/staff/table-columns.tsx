import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { api, type OfficerCallRow, type Rulebook, type StaffRow } from '../../../api/index.js';
import type { Choice, Column } from '../../../ui/data-table/index.js';
import { Countdown, Instant, Money, StatusMark, useLanguage, useTexts, useUrlState } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';
import { toneOfStatus } from './status.js';

/** The columns, with filters in their heads: rounds, and the categories of the chosen one. */
export function useTableColumns(rounds: readonly OfficerCallRow[]): Column<StaffRow>[] {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const [url] = useUrlState();
  const categories = useCategories(url.callId);
  return [
    { key: 'number', title: t('number'), sortable: true, pinned: 'left', render: (row) => <span className="figures">{row.number}</span> },
    { key: 'projectName', title: t('project'), sortable: true, lead: true, pinned: 'left', width: 220, render: (row) => <RowLink row={row} /> },
    { key: 'organisationName', title: t('organisation'), sortable: true, width: 200, render: (row) => row.organisationName },
    { key: 'categoryKey', title: t('category'), width: 150, render: (row) => row.category?.[language] ?? '', ...(categories.length > 0 ? { choices: categories } : {}) },
    { key: 'status', title: t('status'), render: (row) => <StatusMark word={row.label[language]} tone={toneOfStatus(row.status)} /> },
    { key: 'requestedFen', title: t('requested'), sortable: true, align: 'right', render: (row) => <Money fen={row.requestedFen} /> },
    { key: 'totalFen', title: t('total'), sortable: true, align: 'right', hidden: true, render: (row) => <Money fen={row.totalFen} /> },
    { key: 'submittedAt', title: t('submitted_at'), sortable: true, render: (row) => (row.submittedAt ? <Instant at={row.submittedAt} zone={false} /> : null) },
    { key: 'correctionDueAt', title: t('correction_due'), hidden: true, render: (row) => (row.correctionDueAt ? <Countdown until={row.correctionDueAt} /> : null) },
    { key: 'callId', title: t('call'), render: (row) => <span className="figures">{row.callNumber}</span>, choices: rounds.map(({ id, number, title }) => ({ value: id, label: `${number} ${title[language]}` })) },
    { key: 'score', title: t('score'), align: 'right', hidden: true, render: (row) => <span className="figures">{row.score}</span> },
    { key: 'rank', title: t('rank'), align: 'right', hidden: true, render: (row) => <span className="figures">{row.rank}</span> },
  ];
}

/** Opens the application with the filter along, so that the next one is the next of this list. */
function RowLink({ row }: { readonly row: StaffRow }) {
  const [url] = useUrlState();
  const { after: _, ...filter } = url;
  return (
    <Link className="row-link" to={`/desk/applications/${row.id}` as string} search={filter as never}>
      {row.projectName}
    </Link>
  );
}

function useCategories(callId: string | undefined): readonly Choice[] {
  const language = useLanguage();
  const call = useQuery({ queryKey: ['calls', 'one', callId], queryFn: () => api.callsOne({ path: { id: callId ?? '' } }), enabled: Boolean(callId) });
  return ((call.data?.rulebook as Rulebook | undefined)?.categories ?? []).map(({ key, title }) => ({ value: key, label: title[language] }));
}
