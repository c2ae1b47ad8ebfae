import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, callChoicesQuery, holdsOneOf, useSession, type ProjectRow, type ProjectsListData } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { Instant, Money, StatusMark, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { PROJECT_STATUSES, toneOf } from '../statuses.js';
import { texts } from '../texts.js';

const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'mentor', 'auditor', 'administrator'] as const;

/** Every project in the reader's sight. */
export default function ProjectsPage() {
  const t = useTexts(texts);
  const session = useSession();
  const staff = session ? holdsOneOf(session.account, STAFF) : false;
  const columns = useColumns(staff);
  const language = useLanguage();
  const statuses = PROJECT_STATUSES.map(([value, zh, en]) => ({ value, label: language === 'en' ? en : zh }));
  return (
    <article className="page">
      <h1>{staff ? t('title') : t('title_mine')}</h1>
      <div className="page-body">
        <DataTable<ProjectRow> name="projects" label={t('title')} columns={columns} rowKey={({ id }) => id} load={load} statuses={statuses} empty={{ why: t('none'), what: t('none_do') }} />
      </div>
    </article>
  );
}

async function load({ q, status, after, filters }: TableQuery) {
  type Query = NonNullable<ProjectsListData['query']>;
  const query: Query = {
    ...(q ? { words: q } : {}), ...(status ? { status: status as NonNullable<Query['status']> } : {}), ...(after ? { after } : {}), ...(filters.callId ? { callId: filters.callId } : {}),
  };
  return api.projectsList({ query });
}

function useColumns(staff: boolean): Column<ProjectRow>[] {
  const t = useTexts(texts);
  const say = useSay();
  const calls = useQuery({ ...callChoicesQuery, enabled: staff });
  const choices = (calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: say(title) }));
  return [
    { key: 'number', title: t('number'), render: ({ number }) => <span className="figures">{number}</span> },
    { key: 'name', title: t('project'), render: ({ id, name }) => <Link to={`/desk/projects/${id}`}>{name}</Link>, width: 240, lead: true },
    { key: 'organisation', title: t('organisation'), render: ({ organisationName }) => organisationName, width: 210 },
    { key: 'callId', title: t('call'), render: ({ callTitle }) => say(callTitle), width: 200, ...(choices.length > 0 ? { choices } : {}) },
    { key: 'category', title: t('category'), render: ({ category }) => say(category), hidden: true },
    { key: 'status', title: t('status'), render: ({ status, label }) => <StatusMark word={say(label)} tone={toneOf(status)} /> },
    { key: 'amount', title: t('amount'), render: ({ awardedFen }) => <Money fen={awardedFen} block />, align: 'right' },
    { key: 'opened', title: t('opened'), render: ({ openedAt }) => <Instant at={openedAt} precision="day" />, hidden: true },
  ];
}
