import { useFormContext, useWatch } from 'react-hook-form';
import { countCharacters, useTexts, WordCounter } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import type { FormValues } from '../form-values.js';
import type { AnswerProps } from './answer-props.js';
import { describedBy, QuestionFrame } from './question-frame.js';

type Limited = { readonly limit: { readonly min?: number; readonly max: number; readonly margin: number } };

/** One line. The field keeps its own text; only its counter is drawn again at a key. */
export function ShortTextAnswer({ question, path, faults, readOnly }: AnswerProps<'short_text'>) {
  const { register } = useFormContext<FormValues>();
  const wrong = faults.some(({ severity }) => severity === 'error');
  return (
    <QuestionFrame id={path} question={question} faults={faults} beside={<Counter path={path} limit={question.limit} quietBelow={0.7} />}>
      <input id={path} className="input" readOnly={readOnly} aria-invalid={wrong || undefined} aria-describedby={describedBy(path, question)} {...register(path as never)} />
    </QuestionFrame>
  );
}

export function LongTextAnswer({ question, path, faults, readOnly }: AnswerProps<'long_text'>) {
  const { register } = useFormContext<FormValues>();
  const wrong = faults.some(({ severity }) => severity === 'error');
  const rows = Math.min(10, Math.max(3, Math.round(question.limit.max / 60)));
  return (
    <QuestionFrame id={path} question={question} faults={faults} beside={<Counter path={path} limit={question.limit} />}>
      <LimitLine id={path} limit={question.limit} />
      <textarea id={path} className="input answer-long" rows={rows} readOnly={readOnly} aria-invalid={wrong || undefined} aria-describedby={`${path}-limit ${describedBy(path, question)}`} {...register(path as never)} />
    </QuestionFrame>
  );
}

/** How much may be written, how far over it is still taken, and what counts as one. */
function LimitLine({ id, limit: { min, max, margin } }: Limited & { readonly id: string }) {
  const t = useTexts(formTexts);
  const bounds = [min ? t('limit_between', { min, max }) : t('limit_max', { max }), margin > 0 ? t('limit_margin', { total: max + margin }) : ''].filter(Boolean).join('');
  return (
    <p className="q-help" id={`${id}-limit`}>
      {bounds}
      {t('count_rule')}
    </p>
  );
}

/** On a single line it speaks only when the limit comes near. */
function Counter({ path, limit, quietBelow = 0 }: Limited & { readonly path: string; readonly quietBelow?: number }) {
  const t = useTexts(formTexts);
  const text = useWatch({ name: path }) as string | undefined;
  if (countCharacters(text ?? '') < limit.max * quietBelow) return null;
  return (
    <span title={t('count_rule')}>
      <WordCounter text={text ?? ''} limit={limit.max} margin={limit.margin} />
    </span>
  );
}
