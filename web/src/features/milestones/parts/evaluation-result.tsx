import type { EvaluationView } from '../../../api/index.js';
import { Instant, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** An evaluation as it was recorded, for evaluators and for the grantee alike. */
export function EvaluationResult({ evaluation }: { readonly evaluation: EvaluationView }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const { title, score, passMark, grade, passed, vetoes, opinion, recordedBy, recordedAt } = evaluation;
  return (
    <section className="evaluation-result">
      <header>
        <h2>{say(title)}</h2>
        <strong>{t('score_of', { score })}</strong>
        <StatusMark word={verdictOf(say(grade), passed ? t('passed') : t('failed'))} tone={passed ? 'done' : 'late'} />
        <span className="quiet">{t('pass_mark', { mark: passMark })}</span>
      </header>
      <Lines evaluation={evaluation} />
      {vetoes.length > 0 ? <p className="tone-late" style={{ color: 'var(--tone)' }}>{t('vetoes_applied', { what: vetoes.map((text) => say(text)).join(marks.semicolon) })}</p> : null}
      <div>
        <h3>{t('opinion')}</h3>
        <p className="prose report-prose">{opinion}</p>
      </div>
      <p className="quiet">
        {recordedBy ?? t('evaluator_unknown')} · <Instant at={recordedAt} />
      </p>
    </section>
  );
}

/** A grade that is called like the verdict is said once. */
export const verdictOf = (grade: string, verdict: string): string => (grade === verdict ? grade : `${grade} · ${verdict}`);

function Lines({ evaluation }: { readonly evaluation: EvaluationView }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  return (
    <div className="table-wrap">
      <table className="sum-table" aria-label={say(evaluation.title)}>
        <thead>
          <tr>
            <th scope="col">{t('dimension')}</th>
            <th scope="col">{t('indicator')}</th>
            <th scope="col" className="right">{t('points')}</th>
          </tr>
        </thead>
        <tbody>
          {evaluation.lines.map(({ path, dimension, title, weight, points, planned, actual }) => (
            <tr key={path}>
              <td>{say(dimension)}</td>
              <td>
                {dimension.zh === title.zh ? '–' : say(title)}
                {planned !== null && actual !== null ? <span className="quiet">{marks.aside(t('quantity', { planned, actual }))}</span> : null}
              </td>
              <td className="right">{t('points_of', { points: points ?? '–', max: weight })}</td>
            </tr>
          ))}
          {Number(evaluation.bonus) > 0 ? (
            <tr>
              <td colSpan={2}>{t('bonus')}</td>
              <td className="right">{evaluation.bonus}</td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>{t('score')}</th>
            <td className="right">{evaluation.score}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
