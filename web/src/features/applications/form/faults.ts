import type { FaultView, RulebookForm, SavedView } from '../../../api/index.js';

export interface SectionFaults {
  /** Errors that stand against submitting. */
  readonly errors: number;
  /** Of the section as a whole: sums that do not agree. */
  readonly whole: readonly FaultView[];
  readonly byQuestion: ReadonlyMap<string, readonly FaultView[]>;
}

/** What is known after a save: the server tells the faults of those sections alone in which they have changed. */
export const retold = (known: readonly FaultView[], { sections, faults }: Pick<SavedView, 'sections' | 'faults'>): readonly FaultView[] => [
  ...known.filter(({ section }) => !sections.includes(section)), ...faults,
];

/** What is wrong, section by section and question by question. */
export function sortFaults(form: RulebookForm, faults: readonly FaultView[]): ReadonlyMap<string, SectionFaults> {
  return new Map(
    form.sections.map(({ key, questions }) => {
      const mine = faults.filter(({ section }) => section === key);
      const byQuestion = new Map(questions.map((question) => [question.key, mine.filter(({ path }) => isAt(path, `${key}.${question.key}`))] as const));
      return [key, { errors: mine.filter(({ severity }) => severity === 'error').length, whole: mine.filter(({ path }) => path === key), byQuestion }];
    }),
  );
}

const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** The rest of the path behind the question: `3` or `3.name` in a table. */
export function placeIn(fault: FaultView, section: string, question: string): string {
  return fault.path.slice(`${section}.${question}.`.length);
}

/** A missing answer is told only to somebody who has passed it, everything else at once. */
export const isMissing = ({ code }: FaultView): boolean => code === 'answer_missing' || code === 'too_few';
