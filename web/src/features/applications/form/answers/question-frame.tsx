import type { ReactNode } from 'react';
import type { FaultView, RulebookQuestion } from '../../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { QuestionSide } from '../../together/question-side.js';

interface QuestionFrameProps {
  readonly id: string;
  readonly question: RulebookQuestion;
  readonly faults: readonly FaultView[];
  /** A group of fields rather than one: the title is no label then. */
  readonly group?: boolean;
  /** Beside the title: a counter. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** Title, help, field, and what is wrong with the answer. */
export function QuestionFrame({ id, question, faults, group = false, beside, children }: QuestionFrameProps) {
  const t = useTexts(formTexts);
  const say = useSay();
  const title = (
    <>
      {say(question.title)}
      {question.required ? <span className="q-must">{t('required')}</span> : <span className="q-may">{t('optional')}</span>}
    </>
  );
  return (
    <div className={`question ${faults.some(({ severity }) => severity === 'error') ? 'faulty' : ''}`} id={`q-${question.key}`} {...(group ? { role: 'group', 'aria-labelledby': `${id}-title` } : {})}>
      <div className="q-head">
        {group ? (
          <span className="q-title" id={`${id}-title`}>
            {title}
          </span>
        ) : (
          <label className="q-title" htmlFor={id}>
            {title}
          </label>
        )}
        {beside}
      </div>
      {question.help ? (
        <p className="q-help" id={`${id}-help`}>
          {say(question.help)}
        </p>
      ) : null}
      {children}
      <FaultLines id={id} faults={faults} />
      <QuestionSide section={id.split('.')[0] ?? ''} question={question.key} />
    </div>
  );
}

export function FaultLines({ id, faults }: { readonly id: string; readonly faults: readonly FaultView[] }) {
  const say = useSay();
  return (
    <div id={`${id}-faults`} className="q-faults">
      {faults.map((fault) => (
        <p key={`${fault.path} ${fault.code} ${fault.sentence.zh}`} className={fault.severity === 'error' ? 'tone-late' : 'tone-waiting'}>
          <Icon name="alert" />
          <span>
            {say(fault.sentence)} <FaultSource source={fault.source} />
          </span>
        </p>
      ))}
    </div>
  );
}

/** What a broken cost rule rests on; a text with an address can be opened. */
export function FaultSource({ source }: Pick<FaultView, 'source'>) {
  const t = useTexts(formTexts);
  const say = useSay();
  if (!source) return null;
  return (
    <span className="quiet fault-source">
      {t('rests_on')}
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer">
          {say(source.title)}
        </a>
      ) : (
        say(source.title)
      )}
    </span>
  );
}

/** What a field points to with `aria-describedby`. */
export const describedBy = (id: string, question: RulebookQuestion): string => [question.help ? `${id}-help` : '', `${id}-faults`].filter(Boolean).join(' ');
