import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MilestoneRow, ProjectRow } from '../../../api/index.js';
import { DueDay, ErrorNote, Money, StageBar, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import '../projects.css';
import { moneyQuery, owedQuery, projectsQuery } from '../queries.js';
import { stageOf, toneOf } from '../statuses.js';
import { texts } from '../texts.js';

/** Each project as one row: how far it is, what is due next, and the next payment. */
export default function MyProjects() {
  const t = useTexts(texts);
  const projects = useQuery(projectsQuery({ limit: 50 }));
  const owed = useQuery(owedQuery);
  if (projects.isError && !projects.data) return <ErrorNote error={projects.error} onRetry={() => void projects.refetch()} />;
  if (!projects.data || projects.data.items.length === 0) return null;
  return (
    <section className="home-part">
      <h2>{t('mine')}</h2>
      <ul className="project-rows">
        {projects.data.items.map((project) => (
          <ProjectLine key={project.id} project={project} next={nextOf(project, owed.data?.items ?? [])} />
        ))}
      </ul>
    </section>
  );
}

const nextOf = (project: ProjectRow, rows: readonly MilestoneRow[]): MilestoneRow | undefined =>
  rows.find(({ projectId, owed }) => projectId === project.id && owed);

function ProjectLine({ project, next }: { readonly project: ProjectRow; readonly next: MilestoneRow | undefined }) {
  const t = useTexts(texts);
  const say = useSay();
  const at = stageOf(project.status, project.suspendedFrom);
  return (
    <li>
      <div>
        <h3>
          <Link to={`/desk/projects/${project.id}`}>{project.name}</Link>
        </h3>
        <p className="quiet">{[project.number, say(project.callTitle)].join(' · ')}</p>
      </div>
      <div>
        <StatusMark word={say(project.label)} tone={toneOf(project.status)} />
        {at === null ? null : <StageBar stages={[t('stage_contract'), t('stage_running'), t('stage_evaluating'), t('stage_settled'), t('stage_archived')]} at={at} />}
      </div>
      <dl className="next">
        <div>
          <dt>{t('next_due')}</dt>
          <dd>
            {next ? <><Link to={`/desk/milestones/${next.id}`}>{say(next.title)}</Link> <DueDay day={next.dueOn} /></> : t('nothing_due')}
          </dd>
        </div>
        <NextPayment project={project} />
      </dl>
    </li>
  );
}

function NextPayment({ project }: { readonly project: ProjectRow }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const money = useQuery(moneyQuery(project.id));
  const next = money.data?.tranches.find(({ status }) => status !== 'paid' && status !== 'acknowledged' && status !== 'cancelled');
  if (money.isError && !money.data) return null;
  return (
    <div>
      <dt>{t('next_payment')}</dt>
      <dd>
        {next ? (
          <Link to={`/desk/projects/${project.id}`} search={{ tab: 'money' } as never}>
            {say(next.title)} <Money fen={next.payFen ?? next.amountFen} />{marks.aside(say(next.label))}
          </Link>
        ) : t('no_payment')}
      </dd>
    </div>
  );
}
