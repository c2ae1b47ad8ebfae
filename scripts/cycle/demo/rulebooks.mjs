import { CalendarBook, recordedNotices } from '#libs/calendar';
import { assumedNotice } from './assumed-notice.mjs';
import { addDays, at, yearOf } from './dates.mjs';
import { demonstrate } from './shift-rulebook.mjs';

const HANJIANG = [
  ['成都市温江区', '扬州市邗江区'], ['温江区', '邗江区'], ['Wenjiang District, Chengdu', 'Hanjiang District, Yangzhou'], ['Wenjiang', 'Hanjiang'], ['510115', '321003'],
];

/**
 * How each round of the demonstration lies to the day of the first start: its anchor so many days from today, or on the last working day before
 * today, for a notice that begins on a day off does not run yet, or so that its notice has just run out. The rules come from the published programmes.
 */
const ROUNDS = {
  open: {
    template: 'wuhu-2019', code: 'SQGY', node: 'city', anchor: { stage: 'application', edge: 'closesAt', on: 12 },
    zh: '扬州市妇女儿童与社区公益创投', en: 'Yangzhou venture philanthropy for women, children and communities',
    names: [
      ['芜湖市民政局', '扬州市妇女联合会'], ['Wuhu Civil Affairs Bureau', 'Yangzhou Women’s Federation'], ['芜湖', '扬州'], ['Wuhu', 'Yangzhou'], ['3402', '3210'],
    ],
    adapt: (book, today) => withStages(book, { application: { opensAt: at(addDays(today, -10), '08:30') } }),
  },
  screening: {
    template: 'yangzhou-2021', code: 'HJJM', node: 'hanjiang', anchor: { stage: 'application', edge: 'closesAt', on: -2 },
    zh: '邗江区家门口的她服务公益项目', en: 'Hanjiang projects for women close to home',
    names: [['扬州市女性社会组织孵化中心', '邗江区女性社会组织服务中心'], ['扬州市', '扬州市邗江区'], ['Yangzhou', 'Hanjiang'], ['3210', '321003']],
    adapt: (book) => withMoney(book, { awards: 3, poolFen: 13_000_000 }),
  },
  written: {
    template: 'yangzhou-2021', code: 'FEJT', node: 'city', anchor: { stage: 'written', on: -1 },
    zh: '扬州市妇女儿童家庭公益服务项目', en: 'Yangzhou services for women, children and families',
    adapt: (book) => withStages(withMoney(book, { awards: 3, poolFen: 13_000_000 }), { written: { cut: { kind: 'top_overall', count: 4 } } }),
  },
  roadshow: {
    template: 'wenjiang-2025-supplementary', code: 'GLET', node: 'guangling', anchor: { stage: 'defence', on: 0 },
    zh: '广陵区儿童友好公益创投', en: 'Guangling child-friendly venture philanthropy',
    names: [
      ['成都市温江区', '扬州市广陵区'], ['温江区', '广陵区'], ['Wenjiang District, Chengdu', 'Guangling District, Yangzhou'], ['Wenjiang', 'Guangling'], ['510115', '321002'],
    ],
    adapt: (book) => ({ ...withMoney(book, { awards: 3, poolFen: 9_000_000 }), categories: book.categories.map((one) => ({ ...one, seats: 3 })) }),
  },
  publicity: {
    template: 'hubei-mulan-2024', code: 'JSJG', node: 'province', anchor: { stage: 'publicity', on: 'last working day' },
    zh: '江苏省巾帼公益妇女儿童服务项目', en: 'Jiangsu services for women and children',
    names: [['湖北', '江苏'], ['Hubei', 'Jiangsu'], ['“Mulan”', '“Jinguo”'], ['公益木兰', '巾帼公益']],
    adapt: (book) => ({
      ...withMoney(book, { awards: 4, poolFen: 18_500_000 }), allocation: { ...book.allocation, reserve: { ...book.allocation.reserve, size: 3 } },
      applicants: { ...book.applicants, registeredIn: jiangsu, implementedIn: jiangsu },
    }),
  },
  award: {
    template: 'wenjiang-2025-supplementary', code: 'XFHJ', node: 'hanjiang', anchor: { stage: 'publicity', on: 'notice over' },
    zh: '邗江区幸福和家公益项目', en: 'Hanjiang happy families projects', names: HANJIANG,
    adapt: (book) => ({ ...withMoney(book, { awards: 2, poolFen: 6_000_000 }), categories: book.categories.map((one) => ({ ...one, seats: 2 })) }),
  },
  running: {
    template: 'yangzhou-2021', code: 'KJGA', node: 'city', anchor: { stage: 'implementation', on: -35 },
    zh: '扬州市困境家庭关爱公益项目', en: 'Yangzhou care for families in need',
    adapt: (book, today) => ({ ...withMoney(book, { awards: 7, poolFen: 30_500_000 }), ...fourMonths(book, today) }),
  },
  closing: {
    template: 'wenjiang-2025-supplementary', code: 'JTWG', node: 'hanjiang', anchor: { stage: 'final', on: -20 },
    zh: '邗江区家庭文化微公益项目', en: 'Hanjiang small projects of family culture', names: HANJIANG,
    adapt: (book) => book,
  },
};

const jiangsu = [{ code: '32', name: { zh: '江苏省', en: 'Jiangsu Province' } }];

const withMoney = (book, money) => ({ ...book, money: { ...book.money, ...money } });

const withStages = (book, changes) => ({ ...book, stages: book.stages.map((stage) => ({ ...stage, ...changes[stage.key] })) });

/** Projects of four months: the mid-term report is due in four days, the next monthly table as well, and the rest lies ahead. */
function fourMonths(book, today) {
  const days = { 'midterm-report': addDays(today, 4), 'final-report': addDays(today, 115) };
  const monthly = { kind: 'monthly', dayOfMonth: Math.min(28, Number(addDays(today, 4).slice(8))) };
  const { stages } = withStages(book, {
    implementation: { title: { zh: '实施（四个月）', en: 'Implementation (four months)' }, closesAt: at(addDays(today, 85), '23:59:59') },
    midterm: { opensAt: at(addDays(today, -3), '09:00'), closesAt: at(addDays(today, 12), '18:00') },
    final: { opensAt: at(addDays(today, 86), '09:00'), closesAt: at(addDays(today, 115), '18:00') },
    settlement: { opensAt: at(addDays(today, 116), '09:00'), closesAt: at(addDays(today, 146), '18:00') },
  });
  const milestones = book.milestones.map((one) => (one.key === 'monthly' ? { ...one, due: monthly } : days[one.key] ? { ...one, due: { kind: 'on', day: days[one.key] } } : one));
  return { stages, milestones };
}

/** All rounds of the demonstration on a day, and the years whose holidays it has to assume. @param {(template: string) => object} read */
export function demonstrationOn(today, read) {
  const rounds = Object.keys(ROUNDS).map((key) => roundOn(key, today, read));
  return { rounds, assumed: missing(yearsOf(rounds.map(({ rulebook }) => rulebook))) };
}

/**
 * The rulebook of one of the demonstration's rounds on a day.
 * @param {string} key @param {string} today in Asia/Shanghai @param {(template: string) => object} read a published programme
 * @returns {{key: string, code: string, node: string, rulebook: object}}
 */
function roundOn(key, today, read) {
  const { template, code, node, anchor, zh, en, names, adapt } = ROUNDS[key];
  const book = read(template);
  const on = dayOfAnchor(anchor.on, today, book);
  const title = (year) => ({ zh: `（演示）${year}年${zh}`, en: `(Demonstration) ${en} ${year}` });
  const rulebook = demonstrate(book, { code: `demo-${key}`, title, anchor: { ...anchor, on }, names, adapt: (moved) => adapt(moved, today) });
  return { key, code, node, rulebook };
}

/** The years that working days may be counted in, once all of these rounds have run their course. */
function yearsOf(rulebooks) {
  const years = rulebooks.flatMap(({ stages, milestones }) => [
    ...stages.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), ...milestones.map(({ due }) => due.day),
  ]).filter(Boolean).map((day) => yearOf(day));
  // The last days of December are ruled by the notice of the following year, and terms run on past the last date.
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const missing = (years) => years.filter((year) => !recordedNotices.some((notice) => notice.year === year));

function dayOfAnchor(on, today, { publicity }) {
  if (typeof on === 'number') return addDays(today, on);
  const years = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1];
  const calendar = new CalendarBook([...recordedNotices, ...missing(years).map((year) => assumedNotice(year, today))]);
  const over = (day) => on !== 'notice over' || calendar.period({ start: day, ...publicity.awards.term }).last < today;
  let day = addDays(today, -1);
  while (!calendar.isWorkingDay(day) || !over(day)) day = addDays(day, -1);
  return day;
}
