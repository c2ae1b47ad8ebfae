import { Link } from '@tanstack/react-router';
import type { FaultView, RulebookForm } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

interface MendListProps {
  readonly id: string;
  readonly form: RulebookForm;
  readonly faults: readonly FaultView[];
  /** Whoever only reads it has no way to a field. */
  readonly writes?: boolean;
}

/** What still stands against submitting, each with the way to its field. */
export function MendList({ id, form, faults, writes = true }: MendListProps) {
  const t = useTexts(ownTexts);
  const say = useSay();
  return (
    <ul className="mend-list">
      {faults.map((fault) => {
        const section = form.sections.find(({ key }) => key === fault.section);
        const question = section?.questions.find(({ key }) => fault.path === `${fault.section}.${key}` || fault.path.startsWith(`${fault.section}.${key}.`));
        const where = [section, question].flatMap((one) => (one ? [say(one.title)] : [])).join(' › ');
        return (
          <li key={`${fault.path} ${fault.code} ${fault.sentence.zh}`}>
            <span className="where">{where}</span>
            <span>{say(fault.sentence)}</span>
            {section && writes ? (
              <Link to={`/desk/my-applications/${id}/form`} search={{ section: section.key, check: '1' } as never} {...(question ? { hash: `q-${question.key}` } : {})}>
                {t('go_there')}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
