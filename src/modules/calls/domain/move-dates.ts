import { addDays, day, daysBetween, yearOf, type Day } from '#libs/calendar';
import { invalid, say } from '#libs/errors';
import { applicationStage } from './examine-rulebook.js';
import type { Basis, Rulebook } from './rulebook/rulebook.js';

const DAY_OR_INSTANT = /^(\d{4}-\d{2}-\d{2})(T.+)?$/;
/** What a notice is and says does not move with the programme's dates. */
const UNMOVED = new Set(['sources', 'basis', 'title', 'purpose']);
const YEARS = new Set(['year', 'fromYear', 'toYear']);

/**
 * The rulebook with every date as many days later (or earlier) as bring its opening to the given day: for holding a
 * programme again. Times of the day stay; years move by whole years; the moved dates rest on our assumption.
 * @throws DomainError `opening_missing` (invalid) where the rulebook has no opening to count from
 */
export function openingOn(book: Rulebook, opensOn: Day): Rulebook {
  const opensAt = applicationStage(book)?.opensAt;
  if (!opensAt) throw invalid('opening_missing', say('原规则书没有申报开始时间，无法平移日期', 'The rulebook has no opening from which its dates could be moved'));
  const before = day(opensAt.slice(0, 10));
  return movedBy(book, { days: daysBetween(before, opensOn), years: yearOf(opensOn) - yearOf(before) });
}

interface Step {
  days: number;
  years: number;
}

function movedBy(book: Rulebook, step: Step): Rulebook {
  if (step.days === 0) return book;
  const moved = Object.fromEntries(
    Object.entries(book).map(([name, value]) => [name, UNMOVED.has(name) ? value : move(value, name, step)]),
  ) as unknown as Rulebook;
  return { ...moved, basis: rebased(book.basis, step.days) };
}

function move(value: unknown, name: string, step: Step): unknown {
  if (Array.isArray(value)) return value.map((item) => move(item, name, step));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, move(item, inner, step)]));
  }
  if (typeof value === 'number') return YEARS.has(name) ? value + step.years : value;
  return typeof value === 'string' ? movedText(value, step.days) : value;
}

const EIGHT_HOURS = 8 * 3_600_000;

/** As rulebooks write instants: the clock of Beijing with its offset. */
export const inBeijing = (at: Date): string => `${new Date(at.getTime() + EIGHT_HOURS).toISOString().slice(0, 19)}+08:00`;

/** A day or an instant so many days later; any other text as it is. */
export function movedText(text: string, days: number): string {
  const [, date, rest] = DAY_OR_INSTANT.exec(text) ?? [];
  return date === undefined ? text : addDays(date as Day, days) + (rest ?? '');
}

function rebased(basis: Record<string, Basis>, days: number): Record<string, Basis> {
  const why: Basis = { kind: 'assumption', why: say(`各项日期较原规则平移 ${days} 天`, `All dates are moved by ${days} days against the original`) };
  const kept = Object.entries(basis).filter(([pointer]) => !/^\/(stages|deadline\/at|deadline$)/.test(pointer));
  return Object.fromEntries([...kept, ['/stages', why], ['/deadline', why]]);
}
