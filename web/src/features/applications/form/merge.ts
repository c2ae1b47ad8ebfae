import type { Answers } from './conditions.js';
import { isBlank } from './conditions.js';

export interface Conflict {
  readonly section: string;
  readonly question: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  readonly answers: Answers;
  /** Answered differently on both sides; `answers` holds mine until somebody has chosen. */
  readonly conflicts: readonly Conflict[];
  /** Taken over from the other side: their fields must be filled anew. */
  readonly taken: readonly { readonly section: string; readonly question: string }[];
}

/** Two who went on from the same `base`: what only one of them changed is taken, what both changed is asked about. */
export function merge(base: Answers, mine: Answers, theirs: Answers): Merged {
  const answers: Record<string, Record<string, unknown>> = {};
  const conflicts: Conflict[] = [];
  const taken: { section: string; question: string }[] = [];
  for (const [section, question] of places(base, mine, theirs)) {
    const [was, own, other] = [base, mine, theirs].map((side) => side[section]?.[question]);
    const change = mergeOne(was, own, other);
    if (change === 'theirs') taken.push({ section, question });
    if (change === 'conflict') conflicts.push({ section, question, mine: own, theirs: other });
    const value = change === 'theirs' ? other : own;
    if (!isBlank(value)) (answers[section] ??= {})[question] = value;
  }
  return { answers, conflicts, taken };
}

function mergeOne(base: unknown, mine: unknown, theirs: unknown): 'mine' | 'theirs' | 'conflict' {
  if (same(mine, theirs) || same(base, theirs)) return 'mine';
  return same(base, mine) ? 'theirs' : 'conflict';
}

function places(...sides: readonly Answers[]): [section: string, question: string][] {
  const found = new Map<string, [string, string]>();
  for (const side of sides) for (const [section, given] of Object.entries(side)) for (const question of Object.keys(given)) found.set(`${section}.${question}`, [section, question]);
  return [...found.values()];
}

/** What has to be told so that `before` becomes `after`: new answers by section and question, null for one that was taken away. */
export function changesOf(before: Answers, after: Answers): Record<string, Record<string, unknown>> {
  const changes: Record<string, Record<string, unknown>> = {};
  for (const [section, question] of places(before, after)) {
    const [was, is] = [before[section]?.[question], after[section]?.[question]];
    if (!same(was, is)) (changes[section] ??= {})[question] = isBlank(is) ? null : is;
  }
  return changes;
}

/** Equal as answers: the order of the fields of an object does not matter, an empty answer is none. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

export const sameAnswers = (one: Answers, other: Answers): boolean => places(one, other).every(([section, question]) => same(one[section]?.[question], other[section]?.[question]));

function canonical(value: unknown): string {
  if (isBlank(value)) return '';
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** Both texts, one after the other: nobody's sentence is lost. */
export function both(mine: unknown, theirs: unknown): string | null {
  return typeof mine === 'string' && typeof theirs === 'string' ? `${theirs}\n\n${mine}` : null;
}
