import { useFormContext } from 'react-hook-form';
import { useSay, useTexts } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { useFormHouse } from '../form-context.js';
import type { FormValues } from '../form-values.js';
import type { AnswerProps } from './answer-props.js';
import { describedBy, QuestionFrame } from './question-frame.js';

interface Offered {
  readonly key: string;
  readonly label: string;
  readonly closed: boolean;
}

/** A few options are laid out, many are folded into a list; several may be ticked where the question allows it. */
export function ChoiceAnswer(props: AnswerProps<'choice'>) {
  const { question, path, faults, readOnly } = props;
  const t = useTexts(formTexts);
  const { register } = useFormContext<FormValues>();
  const offered = useOffered(question);
  const many = question.most > 1;
  if (!many && offered.length > 8) {
    return (
      <QuestionFrame id={path} question={question} faults={faults}>
        <select id={path} className="input answer-short" disabled={readOnly} aria-describedby={describedBy(path, question)} {...register(path as never)}>
          <option value="">{t('choose')}</option>
          {offered.map(({ key, label, closed }) => (
            <option key={key} value={key} disabled={closed}>
              {label}
            </option>
          ))}
        </select>
      </QuestionFrame>
    );
  }
  return (
    <QuestionFrame id={path} question={question} faults={faults} group beside={many ? <span className="quiet">{t('choose_many', { least: question.least, most: question.most })}</span> : undefined}>
      <div className="options">
        {offered.map(({ key, label, closed }) => (
          <label key={key} className="option">
            <input type={many ? 'checkbox' : 'radio'} value={key} disabled={readOnly || closed} {...register(path as never)} />
            {label}
          </label>
        ))}
      </div>
    </QuestionFrame>
  );
}

function useOffered(question: AnswerProps<'choice'>['question']): Offered[] {
  const t = useTexts(formTexts);
  const say = useSay();
  const { book } = useFormHouse();
  if (question.options !== 'categories') return question.options.map(({ key, title }) => ({ key, label: say(title), closed: false }));
  return book.categories.map(({ key, title, open }) => ({ key, label: say(title) + (open ? '' : t('category_closed')), closed: !open }));
}
