import { useEffect, useRef } from 'react';
import type { FaultView, RulebookForm } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';
import { FaultLines } from './answers/question-frame.js';
import type { SectionFaults } from './faults.js';
import { useSectionVisible } from './form-context.js';
import { QuestionField } from './question-field.js';

interface SectionPanelProps {
  readonly section: RulebookForm['sections'][number];
  readonly faults: SectionFaults | undefined;
  readonly strict: boolean;
  readonly readOnly: boolean;
}

const NONE: readonly FaultView[] = [];

/** The questions of one section. Its title takes the focus when it opens, so that the next Tab is at the first question. */
export function SectionPanel({ section, faults, strict, readOnly }: SectionPanelProps) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const visible = useSectionVisible(section);
  useEffect(() => {
    if (!first.current) title.current?.focus({ preventScroll: true });
    first.current = false;
  }, [section.key]);
  return (
    <section className="section-panel" aria-labelledby={`s-${section.key}`}>
      <h2 id={`s-${section.key}`} ref={title} tabIndex={-1}>
        {say(section.title)}
      </h2>
      {section.guidance ? <p className="quiet">{say(section.guidance)}</p> : null}
      <FaultLines id={`s-${section.key}`} faults={faults?.whole ?? NONE} />
      {visible
        ? section.questions.map((question) => <QuestionField key={question.key} section={section.key} question={question} faults={faults?.byQuestion.get(question.key) ?? NONE} strict={strict} readOnly={readOnly} />)
        : null}
    </section>
  );
}
