import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, callChoicesQuery, holdsOneOf, useSession, type MilestoneRow, type MilestonesListData } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { DueDay, Instant, Money, StatusMark, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { MILESTONE_STATUSES, toneOf } from '../statuses.js';
import { texts } from '../texts.js';

/** Everything that is owed in the reader's sight; what is due first comes first. */
export default function MilestonesPage() {
  const t = useTexts(texts);
  const language = useLanguage();
  const columns = useColumns();
  const statuses = MILESTONE_STATUSES.map(([value, zh, en]) => ({ value, label: language === 'zh' ? zh : en }));
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <div className="page-body">
        <DataTable<MilestoneRow> name="milestones" label={t('title')} columns={columns} rowKey={({ id }) => id} load={load} statuses={statuses} empty={{ why: t('none'), what: t('none_do') }} />
      </div>
    </article>
  );
}

type Query = NonNullable<MilestonesListData['query']>;

function load({ q, status, after, filters }: TableQuery) {
  return api.milestonesList({
    query: {
      ...(q ? { words: q } : {}), ...(status ? { status: status as NonNullable<Query['status']> } : {}), ...(after ? { after } : {}), ...(filters.callId ? { callId: filters.callId } : {}),
      ...(filters.late ? { late: true } : {}), ...(filters.acceptor ? { acceptor: filters.acceptor as NonNullable<Query['acceptor']> } : {}),
    },
  });
}

const KNOWS_CALLS = ['officer', 'auditor', 'finance_maker', 'finance_approver'] as const;

function useColumns(): Column<MilestoneRow>[] {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const calls = useQuery({ ...callChoicesQuery, enabled: session ? holdsOneOf(session.account, KNOWS_CALLS) : false });
  const titles = new Map((calls.data?.items ?? []).map(({ id, title }) => [id, say(title)]));
  const acceptorOf = (by: string) => (by === 'evaluator' ? t('acceptor_evaluator') : t('acceptor_officer'));
  return [
    { key: 'due', title: t('due'), render: (row) => <DueDay day={row.dueOn} open={row.owed} />, width: 150 },
    { key: 'title', title: t('report'), render: ({ id, title }) => <Link to={`/desk/milestones/${id}`}>{say(title)}</Link>, lead: true, width: 170 },
    { key: 'project', title: t('project'), render: ({ projectId, projectName }) => <Link to={`/desk/projects/${projectId}`} search={{ tab: 'milestones' } as never}>{projectName}</Link>, width: 210 },
    { key: 'organisation', title: t('organisation'), render: ({ organisationName }) => organisationName, width: 190 },
    ...(titles.size > 0 ? [{ key: 'callId', title: t('call'), render: ({ callId }: MilestoneRow) => titles.get(callId) ?? '', hidden: true, choices: [...titles].map(([value, label]) => ({ value, label })) }] : []),
    { key: 'status', title: t('status'), render: (row) => <StatusMark word={say(row.label)} tone={toneOf(row)} /> },
    { key: 'late', title: t('late'), render: ({ late }) => (late ? <StatusMark word={t('late')} tone="late" /> : ''), choices: [{ value: 'true', label: t('late_only') }] },
    { key: 'acceptor', title: t('acceptor'), render: ({ acceptedBy }) => acceptorOf(acceptedBy), choices: [{ value: 'officer', label: t('acceptor_officer') }, { value: 'evaluator', label: t('acceptor_evaluator') }] },
    { key: 'submitted', title: t('handed_in'), render: ({ submittedAt }) => (submittedAt ? <Instant at={submittedAt} zone={false} /> : '–'), hidden: true },
    { key: 'spent', title: t('spent'), render: ({ spentFen }) => <Money fen={spentFen} block />, align: 'right', hidden: true },
  ];
}
