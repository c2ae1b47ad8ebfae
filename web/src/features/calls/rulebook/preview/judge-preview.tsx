import type { Rulebook, RulebookCriterion } from '../../../../api/index.js';
import { Empty, Stepper, useLanguage, useTexts } from '../../../../ui/index.js';
import { useState } from 'react';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { say } from '../fields/words.js';

type Bloc = Rulebook['scoring']['stages'][number]['blocs'][number];

/** The score sheet of each bloc as its judges will hold it; the steppers can be tried. */
export function JudgePreview() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const stages = useBook().scoring?.stages ?? [];
  if (stages.length === 0) return <Empty why={t('sheet_none')} what={t('sheet_none_what')} />;
  return (
    <div className="sheet-preview">
      <p className="quiet">{t('sheet_lead')}</p>
      {stages.map((stage) => (
        <section key={stage.key}>
          <h2>
            {say(stage.title, language)} <span className="quiet">{t('sheet_of_stage', { weight: stage.weight })}</span>
          </h2>
          {stage.blocs.map((bloc) => (
            <BlocSheet key={bloc.key} bloc={bloc} />
          ))}
        </section>
      ))}
    </div>
  );
}

function BlocSheet({ bloc }: { readonly bloc: Bloc }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  return (
    <section className="bloc-sheet">
      <h3>
        {say(bloc.title, language)} <span className="quiet">{t('sheet_of_bloc', { weight: bloc.weight, judges: bloc.panel.judges })}</span>
      </h3>
      <ol>
        {bloc.criteria.map((criterion) => (
          <CriterionPreview key={criterion.key} criterion={criterion} />
        ))}
      </ol>
    </section>
  );
}

function CriterionPreview({ criterion }: { readonly criterion: RulebookCriterion }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const [score, setScore] = useState<number | null>(null);
  const { title, weight, max, step, anchors, help, allowNotApplicable } = criterion;
  return (
    <li>
      <Stepper label={`${say(title, language)} · ${t('sheet_weight', { weight })}`} value={score} onChange={setScore} max={max} step={step} />
      {help ? <p className="quiet">{say(help, language)}</p> : null}
      <ul className="anchors">
        {anchors.map((anchor) => (
          <li key={`${anchor.from} ${anchor.to}`}>
            <span className="figures">{`${anchor.from}–${anchor.to}`}</span> {say(anchor.text, language)}
          </li>
        ))}
      </ul>
      <ReasonRule criterion={criterion} />
      {allowNotApplicable ? <p className="quiet">{t('sheet_na')}</p> : null}
    </li>
  );
}

function ReasonRule({ criterion: { reason, max } }: { readonly criterion: RulebookCriterion }) {
  const t = useTexts(editorTexts);
  if (reason.when === 'never') return null;
  const words = reason.when === 'always' ? t('sheet_reason_always', { count: reason.minLength }) : t('sheet_reason_outside', { low: reason.low ?? 0, high: reason.high ?? max, count: reason.minLength });
  return <p className="quiet">{words}</p>;
}
