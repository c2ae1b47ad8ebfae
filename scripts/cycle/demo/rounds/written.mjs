import { begin, score, seat, sheetOf } from '../../judge.mjs';
import { check } from '../../play.mjs';
import { together } from '../../together.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at } from '../dates.mjs';
import { WRITTEN } from '../proposals/written.mjs';

/** What each of the five experts has done with each of the six applications: S handed in, D draft, C conflict, U unsure, . not begun. */
const DONE = ['SSDU..', 'SCSSD.', 'SSSSSS', 'D.....', '......'];

const NOTES = { C: '本人担任该单位理事，现主动回避。', U: '两年前曾为该单位做过一次培训，不确定是否构成利益冲突，请工作人员认定。' };

/** A round in its written review: the panel sits, and every state that a sheet can have is there. */
export async function* writtenRound(round, { today, waits }) {
  yield* opened(round);
  yield at(addDays(today, -17), '10:20');
  await allHandIn(round, WRITTEN);
  yield* closed(round);
  yield at(addDays(today, -13), '10:00');
  await together(round.applications, (application) => check(round, application));
  const [stage] = round.rulebook.scoring.stages;
  yield at(addDays(today, -1), '09:40');
  const seats = await seat(round, stage);
  const ids = await begin(round, stage);
  yield at(addDays(today, -1), '15:10');
  await together(seats, (seated, at) => judgeSome(round, seated, ids, at));
  for (const { browser } of seats.filter((_, at) => at !== 2)) waits.note(browser, round, '未完成的书面评分 written sheets to finish');
  waits.note(round.officer, round, '一项待认定的利益冲突 a conflict of interest to settle');
}

async function judgeSome(round, seated, ids, at) {
  for (const [place, done] of [...DONE[at]].entries()) {
    const where = `/judging/${seated.id}/${ids[place]}`;
    if (done === 'S') await score(round, seated, ids[place], at);
    if (done === 'C' || done === 'U') await seated.browser.post(`${where}/conflict`, { verdict: done === 'C' ? 'has' : 'unsure', note: NOTES[done] });
    if (done !== 'D') continue;
    await seated.browser.post(`${where}/conflict`, { verdict: 'none' });
    await seated.browser.put(where, { ...firstHalf(sheetOf(round, seated, ids[place], at)), version: 0 });
  }
}

const firstHalf = ({ entries, comment }) => ({ entries: Object.fromEntries(Object.entries(entries).slice(0, 3)), comment });
