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
          <SectionLink key={section.key} section={section} number={index + 1} current={section.key === current} errors={faults.get(section.key)?.errors ?? 0} closed={!open.includes(section.key)} correcting={open.length > 0 && open.length < form.sections.length} />
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
  /** Only some sections are open: those say so. */
  readonly correcting: boolean;
}

function SectionLink({ section, number, current, ...facts }: SectionLinkProps) {
  const t = useTexts(formTexts);
  const say = useSay();
  const visible = useSectionVisible(section);
  const { word, tone, icon } = stateOf(facts, visible);
  return (
    <li>
      <Link to="." search={((before: Record<string, string>) => ({ ...before, section: section.key })) as never} {...(current ? { 'aria-current': 'step' } : {})}>
        <span className="name">
          {number} {say(section.title)}
        </span>
        <span className={`state tone-${tone}`}>
          <Icon name={icon} />
          {word === 'to_mend' ? t(word, { count: facts.errors }) : t(word)}
        </span>
      </Link>
    </li>
  );
}

function stateOf({ errors, closed, correcting }: Pick<SectionLinkProps, 'errors' | 'closed' | 'correcting'>, visible: boolean) {
  if (closed) return { word: 'closed_section', tone: 'quiet', icon: 'lock' } as const;
  if (!visible) return { word: 'not_shown', tone: 'quiet', icon: 'minus' } as const;
  if (errors > 0) return { word: 'to_mend', tone: 'waiting', icon: 'form' } as const;
  return correcting ? ({ word: 'open_section', tone: 'waiting', icon: 'form' } as const) : ({ word: 'complete', tone: 'done', icon: 'check' } as const);
}
