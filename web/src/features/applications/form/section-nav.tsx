import { Link } from '@tanstack/react-router';
import type { RulebookForm } from '../../../api/index.js';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';
import type { SectionFaults } from './faults.js';
import { useSectionVisible } from './form-context.js';

interface SectionNavProps {
  readonly form: RulebookForm;
  readonly current: string;
  readonly faults: ReadonlyMap<string, SectionFaults>;
  /** Keys of the sections that may be changed; all, unless it is a correction. */
  readonly open: readonly string[];
}

/** Every section with its state; jumping loses nothing. */
export function SectionNav({ form, current, faults, open }: SectionNavProps) {
  const t = useTexts(formTexts);
  return (
    <nav className="section-nav no-print" aria-label={t('sections')}>
      <ol>
        {form.sections.map((section, index) => (
          <SectionLink key={section.key} section={section} number={index + 1} current={section.key === current} errors={faults.get(section.key)?.errors ?? 0} closed={!open.includes(section.key)} />
        ))}
      </ol>
    </nav>
  );
}

interface SectionLinkProps {
  readonly section: RulebookForm['sections'][number];
  readonly number: number;
  readonly current: boolean;
  readonly errors: number;
  readonly closed: boolean;
}

function SectionLink({ section, number, current, errors, closed }: SectionLinkProps) {
  const t = useTexts(formTexts);
  const say = useSay();
  const visible = useSectionVisible(section);
  const state = closed ? t('closed_section') : !visible ? t('not_shown') : errors === 0 ? t('complete') : t('to_mend', { count: errors });
  const tone = closed || !visible ? 'quiet' : errors === 0 ? 'done' : 'waiting';
  return (
    <li>
      <Link to="." search={((before: Record<string, string>) => ({ ...before, section: section.key })) as never} {...(current ? { 'aria-current': 'step' } : {})}>
        <span className="name">
          {number} {say(section.title)}
        </span>
        <span className={`state tone-${tone}`}>
          <Icon name={closed ? 'lock' : !visible ? 'minus' : errors === 0 ? 'check' : 'form'} />
          {state}
        </span>
      </Link>
    </li>
  );
}
