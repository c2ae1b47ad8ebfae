import { addDays, daysBetween, yearOf } from './dates.mjs';

const DAY_OR_INSTANT = /^(\d{4}-\d{2}-\d{2})(T.+)?$/;
const YEARS = new Set(['year', 'fromYear', 'toYear']);
/** Where a programme was published, and what its notice says, is not moved. */
const UNMOVED = new Set(['sources', 'basis']);

/**
 * A published programme as a demonstration of its own: every date moved by one number of days, times of the day kept, years moved
 * with the deadline's, the place's names replaced, and every part marked as an assumption of the demonstration.
 *
 * @param {object} book the published rulebook; it is not changed
 * @param {object} wanted
 * @param {string} wanted.code @param {(year: number) => {zh: string, en: string}} wanted.title by the year of its deadline
 * @param {{stage: string, edge?: 'opensAt' | 'closesAt', on: string}} wanted.anchor the stage whose beginning (or end) falls on this day
 * @param {[string, string][]} [wanted.names] what is called otherwise here, longer names first
 * @param {(book: object) => object} [wanted.adapt] what else differs, after the move
 * @returns {object} the rulebook, `origin: 'authored'`
 */
export function demonstrate(book, { code, title, anchor, names = [], adapt = (moved) => moved }) {
  const { supplementTo: _, ...moved } = adapt(shiftDates(renamed(book, names), stepTo(book, anchor)));
  return { ...moved, code, title: title(yearOf(moved.deadline.at)), purpose: purposeOf(book), origin: 'authored', basis: assumed(moved, book) };
}

/** Every day and instant so many days later; times stay. */
export function shiftDates(book, { days, years }) {
  return Object.fromEntries(Object.entries(book).map(([name, value]) => [name, UNMOVED.has(name) ? value : move(value, name, { days, years })]));
}

/** How far the whole programme moves so that the anchor falls on its day. */
function stepTo(book, { stage: key, edge = 'opensAt', on }) {
  const anchor = book.stages.find((stage) => stage.key === key)[edge];
  const days = daysBetween(anchor.slice(0, 10), on);
  const before = book.deadline.at.slice(0, 10);
  return { days, years: yearOf(addDays(before, days)) - yearOf(before) };
}

function move(value, name, step) {
  if (Array.isArray(value)) return value.map((item) => move(item, name, step));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, move(item, inner, step)]));
  if (typeof value === 'string') return moveText(value, step.days);
  return typeof value === 'number' && YEARS.has(name) ? value + step.years : value;
}

function moveText(text, days) {
  const [, date, rest = ''] = DAY_OR_INSTANT.exec(text) ?? [];
  return date === undefined ? text : addDays(date, days) + rest;
}

function renamed(value, names) {
  if (typeof value === 'string') return names.reduce((text, [from, to]) => text.replaceAll(from, to), value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, UNMOVED.has(name) ? item : renamed(item, names)]));
}

const purposeOf = ({ title, purpose }) => ({
  zh: `演示批次，并非真实征集。规则借自《${title.zh}》，日期、单位和金额均为演示而设。${purpose.zh}`,
  en: `A demonstration, not a real call. The rules are borrowed from “${title.en}”; dates, bodies and amounts are set for the demonstration. ${purpose.en}`,
});

const HEADINGS = new Set(['format', 'code', 'origin', 'title', 'purpose', 'sources', 'basis', 'visibility']);

function assumed(moved, { title }) {
  const why = { zh: `演示设定，借自《${title.zh}》`, en: `Set for the demonstration, borrowed from “${title.en}”` };
  return Object.fromEntries(Object.keys(moved).filter((name) => !HEADINGS.has(name)).map((name) => [`/${name}`, { kind: 'assumption', why }]));
}
