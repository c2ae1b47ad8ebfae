import { useFormContext } from 'react-hook-form';
import { useTexts } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { PEOPLE_COUNTS } from '../columns.js';
import { placeIn } from '../faults.js';
import type { FormValues } from '../form-values.js';
import type { AnswerProps } from './answer-props.js';
import { FaultLines, QuestionFrame } from './question-frame.js';

const WORDS = { direct: 'people_direct', indirect: 'people_indirect', women: 'people_women', children: 'people_children', families: 'people_families', personTimes: 'people_times' } as const;

/** Who is served: six counts that are never added up, and a sentence. */
export function PeopleAnswer({ section, question, path, faults, readOnly }: AnswerProps<'beneficiaries'>) {
  const t = useTexts(formTexts);
  const { register } = useFormContext<FormValues>();
  const of = (key: string) => faults.filter((fault) => placeIn(fault, section, question.key) === key);
  const whole = faults.filter((fault) => !PEOPLE_COUNTS.some((key) => placeIn(fault, section, question.key) === key));
  return (
    <QuestionFrame id={path} question={question} faults={whole} group>
      <p className="q-help">{t('people_hint')}</p>
      <div className="people">
        {PEOPLE_COUNTS.map((key) => (
          <div key={key} className="field">
            <label htmlFor={`${path}.${key}`}>
              {t(WORDS[key])}
              {key === 'direct' ? <span className="q-must">{t('required')}</span> : null}
            </label>
            <input id={`${path}.${key}`} className="input figures" inputMode="numeric" autoComplete="off" readOnly={readOnly} aria-describedby={`${path}.${key}-faults`} {...register(`${path}.${key}` as never)} />
            <FaultLines id={`${path}.${key}`} faults={of(key)} />
          </div>
        ))}
      </div>
      <div className="field">
        <label htmlFor={`${path}.description`}>{t('people_description')}</label>
        <textarea id={`${path}.description`} className="input answer-long" rows={3} readOnly={readOnly} {...register(`${path}.description` as never)} />
      </div>
    </QuestionFrame>
  );
}
