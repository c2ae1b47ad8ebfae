import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession, type MilestoneRow, type ProjectDetail, type ReachView } from '../../../api/index.js';
import { Empty, Facts, Instant, Money, StageBar, useSay, useTexts } from '../../../ui/index.js';
import { plannedQuery } from '../queries.js';
import { stageOf } from '../statuses.js';
import { texts } from '../texts.js';
import { Stopping } from './stopping.js';

const READS_APPLICATIONS = ['officer', 'screener', 'auditor', 'administrator'] as const;

export function Overview({ project }: { readonly project: ProjectDetail }) {
  const milestones = useQuery(plannedQuery(project.id));
  return (
    <>
      <Stage project={project} />
      <TheProject project={project} />
      <Reached planned={project.planned} milestones={milestones.data ?? []} />
      <Budget project={project} />
      {project.moves.length > 0 ? <Stopping project={project} /> : null}
    </>
  );
}

function Stage({ project }: { readonly project: ProjectDetail }) {
  const t = useTexts(texts);
  const at = stageOf(project.status, project.suspendedFrom);
  if (at === null) return null;
  return (
    <section className="record-part">
      <StageBar stages={[t('stage_contract'), t('stage_running'), t('stage_evaluating'), t('stage_settled'), t('stage_archived')]} at={at} />
    </section>
  );
}

function TheProject({ project }: { readonly project: ProjectDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const { contract, publicityEndedAt } = project;
  const facts = [
    { label: t('grant'), value: <Money fen={project.awardedFen} /> },
    { label: t('total'), value: <Money fen={project.totalFen} /> },
    { label: t('category'), value: say(project.category) },
    { label: t('term'), value: contract ? <span className="figures">{t('term_days', { from: contract.startsOn, to: contract.endsOn })}</span> : t('term_open') },
    { label: t('signed_on'), value: contract ? <span className="figures">{contract.signedOn}</span> : t('not_signed') },
    { label: t('opened'), value: <Instant at={project.openedAt} precision="day" /> },
    ...(publicityEndedAt ? [{ label: t('publicity'), value: <Instant at={publicityEndedAt} precision="day" /> }] : []),
  ];
  return (
    <section className="record-part">
      <h2>{t('facts')}</h2>
      <Facts facts={facts} label={t('facts')} />
      {session && holdsOneOf(session.account, READS_APPLICATIONS) ? (
        <p>
          <Link to={`/desk/applications/${project.applicationId}`}>{t('to_application')}</Link>
        </p>
      ) : null}
    </section>
  );
}

/** Planned in the application beside what the newest report says. */
function Reached({ planned, milestones }: { readonly planned: readonly ReachView[]; readonly milestones: readonly MilestoneRow[] }) {
  const t = useTexts(texts);
  const say = useSay();
  const newest = [...milestones].filter(({ submittedAt, reached }) => submittedAt !== null && reached.length > 0).sort((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? '')).at(-1);
  const reached = newest?.reached ?? [];
  const lines = [...planned, ...reached.filter(({ key }) => !planned.some((one) => one.key === key))];
  return (
    <section className="record-part">
      <h2>{t('reach')}</h2>
      {lines.length === 0 ? <Empty small why={t('reach_none')} what="" /> : (
        <div className="table-wrap">
          <table className="sum-table">
            <caption>{t('reach_note')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reach')}</th>
                <th scope="col" className="right">{t('planned')}</th>
                <th scope="col" className="right">{t('reached')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, label }) => (
                <tr key={key}>
                  <th scope="row">{say(label)}</th>
                  <td className="right">{planned.find((one) => one.key === key)?.count ?? '–'}</td>
                  <td className="right">{reached.find((one) => one.key === key)?.count ?? <span className="quiet">{t('not_reported')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Budget({ project }: { readonly project: ProjectDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  if (project.budget.length === 0) return null;
  return (
    <section className="record-part">
      <h2>{t('budget')}</h2>
      <div className="table-wrap">
        <table className="sum-table stack" aria-label={t('budget')}>
          <thead>
            <tr>
              <th scope="col">{t('cost')}</th>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col" className="right">{t('sum')}</th>
            </tr>
          </thead>
          <tbody>
            {project.budget.map(({ category, item, source, amountFen }, index) => (
              <tr key={index}>
                <td data-label={t('cost')}>{say(category)}</td>
                <td data-label={t('item')}>{item}</td>
                <td data-label={t('source')}>{say(source)}</td>
                <td className="right" data-label={t('sum')}><Money fen={amountFen} /></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>{t('sum_total')}</th>
              <td className="right" data-label={t('sum')}><Money fen={project.budget.reduce((sum, { amountFen }) => sum + amountFen, 0)} /></td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
