import { useFormContext, useWatch } from 'react-hook-form';
import { Money, parseFen, useSay, useTexts } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import type { FormValues } from '../form-values.js';
import type { AnswerProps } from './answer-props.js';
import { describedBy, QuestionFrame } from './question-frame.js';

export function NumberAnswer({ question, path, faults, readOnly }: AnswerProps<'number'>) {
  const say = useSay();
  const { register } = useFormContext<FormValues>();
  return (
    <QuestionFrame id={path} question={question} faults={faults}>
      <span className="with-unit">
        <input id={path} className="input answer-short figures" inputMode="decimal" autoComplete="off" readOnly={readOnly} aria-describedby={describedBy(path, question)} {...register(path as never)} />
        {question.unit ? <span>{say(question.unit)}</span> : null}
      </span>
    </QuestionFrame>
  );
}

/** Typed in yuan; beside it the sum as it is understood. */
export function MoneyAnswer({ question, path, faults, readOnly }: AnswerProps<'money'>) {
  const t = useTexts(formTexts);
  const { register } = useFormContext<FormValues>();
  return (
    <QuestionFrame id={path} question={question} faults={faults}>
      <span className="with-unit">
        <input id={path} className="input answer-short figures" inputMode="decimal" autoComplete="off" readOnly={readOnly} aria-describedby={describedBy(path, question)} {...register(path as never)} />
        <span>{t('yuan')}</span>
        <Understood path={path} />
      </span>
    </QuestionFrame>
  );
}

function Understood({ path }: { readonly path: string }) {
  const typed = useWatch({ name: path }) as string | undefined;
  const fen = parseFen(typed ?? '');
  return <output className="quiet">{fen === null ? '' : <Money fen={fen} />}</output>;
}

export function DateAnswer({ question, path, faults, readOnly }: AnswerProps<'date'>) {
  const { register } = useFormContext<FormValues>();
  return (
    <QuestionFrame id={path} question={question} faults={faults}>
      <input id={path} className="input answer-short" type="date" readOnly={readOnly} min={question.earliest} max={question.latest} aria-describedby={describedBy(path, question)} {...register(path as never)} />
    </QuestionFrame>
  );
}
