import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsOneOf, useSession, type EvaluationDueView } from '../../../api/index.js';
import { Empty, ErrorNote, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import '../milestones.css';
import { EvaluationResult } from '../parts/evaluation-result.js';
import { dueEvaluationsQuery, evaluationsQuery } from '../queries.js';
import { texts } from '../texts.js';

/** What was evaluated and what is to be. */
export default function EvaluationsTab({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const recorded = useQuery(evaluationsQuery(id));
  const due = useQuery(dueEvaluationsQuery(id));
  const error = recorded.error ?? due.error;
  if (error) return <ErrorNote error={error} onRetry={() => void Promise.all([recorded.refetch(), due.refetch()])} />;
  if (!recorded.data || !due.data) return <p className="quiet" role="status">{t('evaluations')}…</p>;
  if (recorded.data.length + due.data.length === 0) return <Empty why={t('evaluation_none')} what={t('evaluation_none_do')} />;
  return (
    <>
      {recorded.data.map((evaluation) => (
        <EvaluationResult key={evaluation.id} evaluation={evaluation} />
      ))}
      {due.data.map((one) => (
        <Due key={one.key} due={one} />
      ))}
    </>
  );
}

function Due({ due }: { readonly due: EvaluationDueView }) {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  const evaluates = session ? holdsOneOf(session.account, ['evaluator']) : false;
  return (
    <section className="evaluation-result">
      <header>
        <h2>{say(due.title)}</h2>
        <StatusMark word={t('not_yet')} tone={due.allowed ? 'waiting' : 'quiet'} />
        {due.reason ? <span className="quiet">{say(due.reason)}</span> : null}
      </header>
      {evaluates && due.allowed ? (
        <Link className="button primary" to={`/desk/projects/${due.projectId}/evaluations/${due.key}`}>
          {t('evaluate')}
        </Link>
      ) : null}
    </section>
  );
}
