import type { PublicCallView, RulebookScoring } from '../../../api/index.js';
import { useMarks, useSay, useTexts } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';

type Bloc = RulebookScoring['stages'][number]['blocs'][number];

/** What the judges score, beside the questions: whoever writes sees what her answers are read for, and what each point of it is worth. */
export function Scored({ call: { id, rulebook } }: { readonly call: PublicCallView }) {
  const t = useTexts(formTexts);
  const say = useSay();
  const { stages } = rulebook.scoring;
  if (stages.length === 0) return null;
  return (
    <details className="scored no-print">
      <summary>{t('scored')}</summary>
      {stages.map(({ key, title, weight, blocs }) => (
        <section key={key}>
          <p className="stage-title">
            {say(title)} <span className="quiet">{t('scored_weight', { weight })}</span>
          </p>
          {blocs.map((bloc) => (
            <Criteria key={bloc.key} bloc={bloc} />
          ))}
        </section>
      ))}
      <a href={`/calls/${id}#scoring`} target="_blank" rel="noreferrer">
        {t('scored_more')}
      </a>
    </details>
  );
}

function Criteria({ bloc }: { readonly bloc: Bloc }) {
  const t = useTexts(formTexts);
  const marks = useMarks();
  const say = useSay();
  return (
    <ul>
      {bloc.criteria.map(({ key, title, help, max }) => (
        <li key={key}>
          {say(title)}
          <span className="figures">{marks.aside(t('scored_points', { max }))}</span>
          {help ? <span className="quiet"> {say(help)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
