import { isDeepStrictEqual } from 'node:util';
import type { Sentence } from '#libs/errors';
import type { FormSection, Question } from '#modules/calls';
import { isBlank, type Answers } from './form/answers.js';
import type { Origin, Origins } from './origins.js';
import { fromProfile, type Found, type Prefilled, type ProfileFacts } from './prefill.js';

/** A question whose answer has followed the parties. */
export interface FilledIn {
  /** `section.question` */
  readonly path: string;
  readonly title: Sentence;
  /** Whose registration it was taken from; null where it was emptied, since nobody lends one any more. */
  readonly from: string | null;
}

interface Draft {
  readonly answers: Answers;
  readonly origins: Origins;
}

interface Lenders {
  readonly before: ProfileFacts;
  readonly after: ProfileFacts;
}

/**
 * What the answers become once other parties lend their registration: only what the change of parties makes different, and only where
 * nothing stands or what stands was filled in. What somebody has typed stays hers, right or wrong; the check of the form tells her.
 */
export function refill(sections: readonly FormSection[], { answers, origins }: Draft, lenders: Lenders, takenAt: Date): Prefilled & { readonly filled: readonly FilledIn[] } {
  const next: Record<string, Record<string, unknown>> = Object.fromEntries(Object.entries(answers).map(([key, section]) => [key, { ...section }]));
  const from: Record<string, Origin | undefined> = { ...origins };
  const filled = sections.flatMap(({ key, questions }) => questions.flatMap((question): FilledIn[] => {
    const path = `${key}.${question.key}`;
    const found = followed(question, { answer: next[key]?.[question.key], origin: origins[path] }, lenders, takenAt);
    if (found === undefined) return [];
    next[key] = { ...next[key], [question.key]: found?.answer };
    from[path] = found?.origin;
    return [{ path, title: question.title, from: found && (lenders.after.registeredAs ?? lenders.after.name) }];
  }));
  return { answers: withoutGone(Object.entries(next).map(([key, section]) => [key, withoutGone(Object.entries(section))])), origins: withoutGone(Object.entries(from)), filled };
}

const withoutGone = <T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> =>
  Object.fromEntries(entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));

/** Undefined where it stays as it is, null where it is emptied. */
function followed(question: Question, { answer, origin }: { answer: unknown; origin: Origin | undefined }, { before, after }: Lenders, takenAt: Date): Found | null | undefined {
  const [was, now] = [fromProfile(question, before, takenAt), fromProfile(question, after, takenAt)];
  const typed = !isBlank(answer) && origin === undefined;
  if (typed || isDeepStrictEqual(was, now)) return undefined;
  return now ?? (!isBlank(answer) && origin?.kind === 'profile' ? null : undefined);
}
