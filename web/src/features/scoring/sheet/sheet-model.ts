import type { RulebookCriterion } from '../../../api/index.js';
import { countCharacters } from '../../../ui/count-characters.js';

export interface Entry {
  /** A decimal as text, `n/a`, or `null`: not scored yet. */
  readonly points: string | null;
  readonly reason?: string;
}
export type Entries = Readonly<Record<string, Entry>>;

export const NOT_APPLICABLE = 'n/a';

export type Fault = { readonly kind: 'points' } | { readonly kind: 'step'; readonly step: number } | { readonly kind: 'reason'; readonly least: number };

export const entryOf = (entries: Entries, key: string): Entry => entries[key] ?? { points: null };

/** Points as a number; `null` for not scored and for not applicable. */
export function pointsOf({ points }: Entry): number | null {
  return points === null || points === NOT_APPLICABLE ? null : Number(points);
}

/** Whether the rulebook wants a reason for these points. */
export function reasonDue({ reason }: RulebookCriterion, entry: Entry): boolean {
  const points = pointsOf(entry);
  if (points === null || reason.when === 'never') return false;
  if (reason.when === 'always') return true;
  return points < (reason.low ?? -Infinity) || points > (reason.high ?? Infinity);
}

const onStep = (points: number, step: number): boolean => Math.round(points * 100) % Math.round(step * 100) === 0;

/** What was typed as it is kept; `null` where it is no score between zero and the maximum. */
export function readPoints(typed: string, { max, step }: Pick<RulebookCriterion, 'max' | 'step'>): string | null {
  const points = Number(typed);
  return /^\d{1,4}(\.\d{1,2})?$/.test(typed) && points <= max && onStep(points, step) ? String(points) : null;
}

/** What still stands against submitting this criterion. The server asks the same again. */
export function faultOf(criterion: RulebookCriterion, entry: Entry): Fault | null {
  const points = pointsOf(entry);
  if (entry.points === null) return { kind: 'points' };
  if (points !== null && !onStep(points, criterion.step)) return { kind: 'step', step: criterion.step };
  const least = criterion.reason.minLength;
  return reasonDue(criterion, entry) && countCharacters(entry.reason ?? '') < least ? { kind: 'reason', least } : null;
}

export interface Standing {
  /** Out of 100 by the rulebook's weights, two decimals; `null` while nothing is scored. */
  readonly total: string | null;
  readonly scored: number;
  readonly of: number;
  /** The first criterion that is not ready. */
  readonly first: string | null;
  readonly open: number;
}

/** How far a sheet is, and what it comes to: points ÷ maximum × weight over the criteria that apply. */
export function standingOf(criteria: readonly RulebookCriterion[], entries: Entries): Standing {
  const faulty = criteria.filter((criterion) => faultOf(criterion, entryOf(entries, criterion.key)) !== null);
  const scored = criteria.filter(({ key }) => entryOf(entries, key).points !== null);
  return { total: totalOf(criteria, entries), scored: scored.length, of: criteria.length, first: faulty[0]?.key ?? null, open: faulty.length };
}

/** What is scored so far over the weights of all that apply: an unfinished sheet shows what it has. */
function totalOf(criteria: readonly RulebookCriterion[], entries: Entries): string | null {
  const live = criteria.filter(({ key }) => entryOf(entries, key).points !== NOT_APPLICABLE);
  const earned = live.flatMap((criterion) => {
    const points = pointsOf(entryOf(entries, criterion.key));
    return points === null ? [] : [(points / criterion.max) * criterion.weight];
  });
  const weights = live.reduce((sum, { weight }) => sum + weight, 0);
  if (earned.length === 0 || weights === 0) return null;
  return (Math.round((earned.reduce((sum, one) => sum + one, 0) / weights) * 100 * 100 + 1e-6) / 100).toFixed(2);
}

/** Entries without what is empty, in the order of the criteria: what is sent, and what is compared. */
export function tidy(criteria: readonly RulebookCriterion[], entries: Entries): Entries {
  const kept = criteria.flatMap(({ key }): [string, Entry][] => {
    const { points, reason } = entryOf(entries, key);
    if (points === null && !reason) return [];
    return [[key, reason ? { points, reason } : { points }]];
  });
  return Object.fromEntries(kept);
}

/** Round marks a thumb can hit at once: a little above the middle up to the maximum. */
export function quickMarks({ max, step }: RulebookCriterion): number[] {
  const shares = [0.6, 0.7, 0.8, 0.9, 1];
  return [...new Set(shares.map((share) => Number((Math.round((max * share) / step) * step).toFixed(2))))];
}
