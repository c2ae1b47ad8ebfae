import { useState } from 'react';
import type { Rulebook } from '../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { AnswerShown } from '../parts/answer-shown.js';
import { formTexts } from '../texts-form.js';
import type { Place } from './draft-keeper.js';
import { both, type Conflict } from './merge.js';

type Choice = 'mine' | 'theirs' | 'both';

interface ConflictPanelProps {
  readonly book: Rulebook;
  readonly conflicts: readonly Conflict[];
  readonly onSettled: (chosen: readonly (Place & { readonly answer: unknown })[]) => void;
}

/** Two have answered the same question: the person says what becomes of it. Nothing is lost until she has. */
export function ConflictPanel({ book, conflicts, onSettled }: ConflictPanelProps) {
  const t = useTexts(formTexts);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const complete = conflicts.every(({ section, question }) => choices[`${section}.${question}`]);
  const settle = () => {
    if (!complete) return;
    onSettled(conflicts.map((conflict) => ({ section: conflict.section, question: conflict.question, answer: chosenAnswer(conflict, choices[`${conflict.section}.${conflict.question}`]) })));
  };
  return (
    <section className="conflicts tone-waiting" role="alertdialog" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">
        <Icon name="alert" /> {t('conflict_title')}
      </h2>
      <p>{t('conflict_lead')}</p>
      {conflicts.map((conflict) => {
        const name = `${conflict.section}.${conflict.question}`;
        return <ConflictChoice key={name} name={name} book={book} conflict={conflict} choice={choices[name]} onChoose={(choice) => setChoices({ ...choices, [name]: choice })} />;
      })}
      <button type="button" className="button primary" aria-disabled={!complete} onClick={settle}>
        {t('settle')}
      </button>
    </section>
  );
}

function chosenAnswer({ mine, theirs }: Conflict, choice: Choice | undefined): unknown {
  if (choice === 'both') return both(mine, theirs) ?? mine;
  return choice === 'theirs' ? theirs : mine;
}

interface ConflictChoiceProps {
  readonly name: string;
  readonly book: Rulebook;
  readonly conflict: Conflict;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictChoice({ name, book, conflict, choice, onChoose }: ConflictChoiceProps) {
  const t = useTexts(formTexts);
  const say = useSay();
  const question = book.form.sections.find(({ key }) => key === conflict.section)?.questions.find(({ key }) => key === conflict.question);
  if (!question) return null;
  const options: readonly Choice[] = both(conflict.mine, conflict.theirs) === null ? ['mine', 'theirs'] : ['mine', 'theirs', 'both'];
  const words = { mine: t('keep_mine'), theirs: t('keep_theirs'), both: t('keep_both') };
  return (
    <fieldset className="conflict">
      <legend>{say(question.title)}</legend>
      <div className="two">
        <div>
          <h3>{t('mine')}</h3>
          <AnswerShown question={question} answer={conflict.mine} book={book} files={[]} />
        </div>
        <div>
          <h3>{t('theirs')}</h3>
          <AnswerShown question={question} answer={conflict.theirs} book={book} files={[]} />
        </div>
      </div>
      <div className="options">
        {options.map((option) => (
          <label key={option} className="option">
            <input type="radio" name={name} checked={choice === option} onChange={() => onChoose(option)} />
            {words[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
