import { Link } from '@tanstack/react-router';
import type { FaultView, RulebookForm } from '../../../api/index.js';
import { useJoin, useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

interface MendListProps {
  readonly id: string;
  readonly form: RulebookForm;
  readonly faults: readonly FaultView[];
  /** Whoever only reads it has no way to a field. */
  readonly writes?: boolean;
}

type Section = RulebookForm['sections'][number];

const questionOf = (section: Section | undefined, { path }: FaultView) => section?.questions.find(({ key }) => path === `${section.key}.${key}` || path.startsWith(`${section.key}.${key}.`));

/** What still stands against submitting: by section what has not been filled in, then what is wrong, each with the way to its field. */
export function MendList({ id, form, faults, writes = true }: MendListProps) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const wrong = faults.filter(({ code }) => code !== 'answer_missing');
  return (
    <ul className="mend-list">
      {form.sections.map((section) => (
        <Missing key={section.key} id={id} section={section} faults={faults.filter((fault) => fault.code === 'answer_missing' && fault.section === section.key)} writes={writes} />
      ))}
      {wrong.map((fault) => {
        const section = form.sections.find(({ key }) => key === fault.section);
        const question = questionOf(section, fault);
        const row = question ? /^\d+/.exec(fault.path.slice(`${fault.section}.${question.key}.`.length)) : null;
        const where = [...[section, question].flatMap((one) => (one ? [say(one.title)] : [])), ...(row ? [t('row', { row: Number(row[0]) + 1 })] : [])].join(' › ');
        return (
          <li key={`${fault.path} ${fault.code} ${fault.sentence.zh}`}>
            <span className="where">{where}</span>
            <span>{say(fault.sentence)}</span>
            {section && writes ? (
              <Link to={`/desk/my-applications/${id}/form`} search={{ section: section.key, check: '1' } as never} {...(question ? { hash: `q-${question.key}` } : {})}>
                {t('go_mend')}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** A section in one row: how many of its questions wait for an answer, and each by its name. */
function Missing({ id, section, faults, writes }: Pick<MendListProps, 'id' | 'faults'> & { readonly section: Section; readonly writes: boolean }) {
  const t = useTexts(ownTexts);
  const between = useJoin()(['', '']);
  const say = useSay();
  const questions = section.questions.filter((question) => faults.some((fault) => questionOf(section, fault) === question));
  if (questions.length === 0) return null;
  return (
    <li>
      <span className="where">{say(section.title)}</span>
      <span>{t('missing_count', { count: questions.length })}</span>
      <span className="missing-names">
        {questions.map(({ key, title }, at) => (
          <span key={key}>
            {at > 0 ? between : ''}
            {writes ? (
              <Link to={`/desk/my-applications/${id}/form`} search={{ section: section.key, check: '1' } as never} hash={`q-${key}`}>
                {say(title)}
              </Link>
            ) : (
              say(title)
            )}
          </span>
        ))}
      </span>
    </li>
  );
}
