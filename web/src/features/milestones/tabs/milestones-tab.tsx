import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MilestoneRow } from '../../../api/index.js';
import { DueDay, Empty, ErrorNote, Instant, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import '../milestones.css';
import { MayOrder, Rectifications } from '../parts/rectifications.js';
import { planQuery } from '../queries.js';
import { toneOf } from '../statuses.js';
import { texts } from '../texts.js';

/** The plan of a project: what is owed by which day, and what became of it. */
export default function MilestonesTab({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const plan = useQuery(planQuery(id));
  if (plan.isError && !plan.data) return <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return <p className="quiet" role="status">{t('title')}…</p>;
  if (plan.data.length === 0) return <Empty why={t('tab_none')} what={t('tab_none_do')} />;
  return (
    <>
      <Rectifications projectId={id} />
      <ul className="plan-rows">
        {plan.data.map((row) => (
          <PlanRow key={row.id} row={row} />
        ))}
      </ul>
      <MayOrder projectId={id} />
    </>
  );
}

function PlanRow({ row }: { readonly row: MilestoneRow }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <li>
      <DueDay day={row.dueOn} open={row.owed} />
      <div>
        <Link to={`/desk/milestones/${row.id}`}>{say(row.title)}</Link>
        {row.status === 'returned' && row.reason ? <p className="tone-late because">{t('returned_because', { reason: row.reason })}</p> : null}
        <p className="quiet">
          {row.submittedAt ? <>{t('handed_in')} <Instant at={row.submittedAt} zone={false} /></> : null}
          {row.spentFen > 0 ? <> · {t('spent')} <Money fen={row.spentFen} /></> : null}
        </p>
      </div>
      <StatusMark word={say(row.label)} tone={toneOf(row)} />
    </li>
  );
}
