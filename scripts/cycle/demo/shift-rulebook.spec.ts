import { readFileSync } from 'node:fs';
import { recordedNotices, CalendarBook } from '#libs/calendar';
import { validateRulebook, type Rulebook } from '#modules/calls';
import { assumedNotice } from './assumed-notice.mjs';
import { addDays } from './dates.mjs';
import { demonstrationOn } from './rulebooks.mjs';
import { demonstrate, shiftDates } from './shift-rulebook.mjs';

const read = (template: string): Rulebook =>
  JSON.parse(readFileSync(new URL(`../../../src/modules/calls/programmes/${template}.json`, import.meta.url), 'utf8')) as Rulebook;
const yangzhou = read('yangzhou-2021');
const stageOf = ({ stages }: Rulebook, key: string) => stages.find((stage) => stage.key === key)!;

const title = (year: number) => ({ zh: `（演示）${year}年试验`, en: `(Demonstration) trial ${year}` });
const shifted = (on: string, more = {}) => demonstrate(yangzhou, { code: 'trial', title, anchor: { stage: 'application', edge: 'closesAt', on }, ...more });

describe('a published programme held as a demonstration', () => {
  it('moves every date by one number of days and keeps the times of the day', () => {
    const book = shifted('2026-12-08');
    expect(book.deadline.at).toBe('2026-12-08T17:00:00+08:00');
    expect(stageOf(book, 'application')).toMatchObject({ opensAt: '2026-11-15T09:00:00+08:00', closesAt: '2026-12-08T17:00:00+08:00' });
    expect(stageOf(book, 'implementation')).toMatchObject({ opensAt: '2027-02-14T00:00:00+08:00', closesAt: '2028-01-14T23:59:59+08:00' });
    expect(book.milestones.find(({ key }) => key === 'midterm-report')!.due).toEqual({ kind: 'on', day: '2027-07-30' });
  });

  it('moves over a leap day and back again to the same document', () => {
    const there = shiftDates(yangzhou, { days: 2000, years: 5 });
    expect(shiftDates(there, { days: -2000, years: -5 })).toEqual(yangzhou);
  });

  it('takes its year from the deadline', () => {
    expect(shifted('2027-01-03')).toMatchObject({ year: 2027, title: { zh: '（演示）2027年试验', en: '(Demonstration) trial 2027' } });
    expect(shifted('2026-12-31').year).toBe(2026);
  });

  it('says that it is a demonstration and claims nothing of the real programme', () => {
    const book = shifted('2026-12-08');
    expect(book.origin).toBe('authored');
    expect(book.purpose!.zh).toMatch(/^演示批次，并非真实征集/);
    expect(Object.values(book.basis).every(({ kind }) => kind === 'assumption')).toBe(true);
    expect(Object.keys(book.basis)).toEqual(expect.arrayContaining(['/stages', '/deadline', '/money', '/scoring']));
  });

  it('calls places otherwise, but not its sources', () => {
    const book = shifted('2026-12-08', { names: [['扬州市妇女联合会', '高邮市妇女联合会'], ['3210', '321084']] });
    expect(book.organisers[0]!.name.zh).toBe('高邮市妇女联合会');
    expect(book.applicants.registeredIn[0]!.code).toBe('321084');
    expect(book.sources).toEqual(yangzhou.sources);
  });

  it('leaves the published document as it is', () => {
    const before = JSON.stringify(yangzhou);
    shifted('2030-02-28');
    expect(JSON.stringify(yangzhou)).toBe(before);
  });
});

/** Weekends, holidays, ends of months and of years, leap days. */
const TODAYS = ['2026-11-26', '2026-12-31', '2027-01-30', '2027-02-06', '2027-10-03', '2028-02-29', '2029-03-31', '2029-09-22'];

describe.each(TODAYS)('the rounds of the demonstration on %s', (today) => {
  const { rounds, assumed } = demonstrationOn(today, read);
  const calendar = assumed.reduce((known, year) => known.withYear(assumedNotice(year, today)), new CalendarBook(recordedNotices));
  const book = (wanted: string) => rounds.find(({ key }) => key === wanted)!.rulebook;

  it('have sound rulebooks without a warning', () => {
    for (const { key } of rounds) expect({ key, problems: validateRulebook(book(key)).problems }).toEqual({ key, problems: [] });
  });

  it('lie where they are to be shown', () => {
    expect(book('open').deadline.at).toBe(`${addDays(today, 12)}T17:30:00+08:00`);
    expect(stageOf(book('open'), 'application').opensAt).toBe(`${addDays(today, -10)}T08:30:00+08:00`);
    expect(book('screening').deadline.at).toBe(`${addDays(today, -2)}T17:00:00+08:00`);
    expect(stageOf(book('written'), 'written').opensAt).toBe(`${addDays(today, -1)}T09:00:00+08:00`);
    expect(stageOf(book('roadshow'), 'defence').opensAt).toBe(`${today}T09:00:00+08:00`);
    expect(stageOf(book('running'), 'implementation').opensAt).toBe(`${addDays(today, -35)}T00:00:00+08:00`);
  });

  it('count their working days once the missing years are assumed', () => {
    for (const { key } of rounds) {
      const { stages, publicity } = book(key);
      const start = stages.find(({ kind }) => kind === 'publicity')!.opensAt!.slice(0, 10);
      expect(calendar.period({ start: start as never, ...publicity.awards.term }).last > start).toBe(true);
    }
  });

  it('have a public notice that runs today, with days left', () => {
    const { stages, publicity } = book('publicity');
    const start = stages.find(({ kind }) => kind === 'publicity')!.opensAt!.slice(0, 10);
    const { first, last } = calendar.period({ start: start as never, ...publicity.awards.term });
    expect([first, first < today, last > today]).toEqual([start, true, true]);
  });
});

describe('a year without a notice of the State Council', () => {
  it('is given its statutory holidays alone, and says that this is assumed', () => {
    const notice = assumedNotice(2027, '2026-11-26');
    expect(notice.documents[0]).toMatchObject({ number: '演示假设（非国务院文件）', issuedOn: '2026-11-26' });
    expect(notice.daysOff.map(({ name, first, last }) => `${name.zh} ${first} ${last}`)).toEqual([
      '元旦 2027-01-01 2027-01-01', '春节 2027-02-05 2027-02-08', '清明节 2027-04-05 2027-04-05', '劳动节 2027-05-01 2027-05-02',
      '端午节 2027-06-09 2027-06-09', '中秋节 2027-09-15 2027-09-15', '国庆节 2027-10-01 2027-10-03',
    ]);
    expect(notice.makeUpDays).toEqual([]);
  });
});
