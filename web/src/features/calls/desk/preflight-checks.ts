import type { OfficerCallView, Rulebook, RulebookProblemView } from '../../../api/index.js';
import { PARTS, partOf } from '../rulebook/parts.js';

/** One line of the list before take-off: what is looked at, and the problems found there. */
export interface Check {
  readonly key: CheckKey;
  readonly errors: readonly RulebookProblemView[];
  readonly warnings: readonly RulebookProblemView[];
  /** The part of the rules that it leads to. */
  readonly part: string;
}

/** Which parts of the rules each line looks at; every part belongs to one. */
const LINES = {
  call: ['call', 'sources'],
  calendar: ['stages', 'publicity'],
  money: ['money', 'categories', 'allocation'],
  applicants: ['applicants', 'eligibility'],
  form: ['form', 'budget'],
  rubric: ['scoring', 'roadshow'],
  after: ['contract', 'tranches', 'milestones', 'evaluations', 'sanctions', 'incubation'],
} as const satisfies Record<string, readonly string[]>;

export type CheckKey = keyof typeof LINES;

export function checksOf(problems: readonly RulebookProblemView[]): Check[] {
  return (Object.entries(LINES) as [CheckKey, readonly string[]][]).map(([key, parts]) => {
    const here = problems.filter(({ path }) => parts.includes(partOf(path).key));
    const errors = here.filter(({ severity }) => severity === 'error');
    return { key, errors, warnings: here.filter(({ severity }) => severity !== 'error'), part: errors[0] ? partOf(errors[0].path).key : (parts[0] ?? PARTS[0]!.key) };
  });
}

/** How many judges the rules ask for, over all stages and blocs. */
export function judgesAsked(book: Partial<Rulebook>): { readonly stage: string; readonly bloc: string; readonly title: { zh: string; en: string }; readonly judges: number }[] {
  return (book.scoring?.stages ?? []).flatMap((stage) => (stage.blocs ?? []).map((bloc) => ({ stage: stage.key, bloc: bloc.key, title: blocTitle(stage.title, bloc.title), judges: bloc.panel?.judges ?? 0 })));
}

const blocTitle = (stage: { zh: string; en: string }, bloc: { zh: string; en: string } | undefined) =>
  (bloc && bloc.zh !== stage.zh ? { zh: `${stage.zh}·${bloc.zh}`, en: `${stage.en}, ${bloc.en}` } : stage);

/** While judges can still be seated: from publication until the judging ends. */
export const seatsMatter = ({ status }: OfficerCallView): boolean => ['published', 'open', 'closed', 'reviewing'].includes(status);
