import type { AssignmentView } from '../../../api/index.js';
import { useJoin, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { assignmentTexts } from './assignment-texts.js';

/** How much each expert carries; the bar says the same as the number. */
export function JudgeLoads({ view }: { readonly view: AssignmentView }) {
  const t = useTexts(assignmentTexts);
  const join = useJoin();
  const most = Math.max(1, ...view.judges.map(({ load }) => load));
  return (
    <section className="assignment-loads">
      <h2>{t('loads')}</h2>
      <ul>
        {view.judges.map(({ seatId, name, alias, topics, load, out }) => (
          <li key={seatId}>
            <span className="name">
              {name} <span className="quiet"><Alias name={alias} /></span>
            </span>
            <span className="figures">{load}</span>
            <span className="bar" aria-hidden="true"><span style={{ width: `${(load / most) * 100}%` }} /></span>
            {out === 'away' || out === 'barred' ? <span className="tone-late what">{t(`out_${out}`)}</span> : topics.length > 0 ? <span className="quiet what">{join(topics)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
