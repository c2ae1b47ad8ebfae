import { runCli } from '../../start/children.mjs';
import { ROOT } from '../../start/platform.mjs';
import { Cast } from '../cast.mjs';
import { playProgramme, readRulebook } from '../play.mjs';
import { settleStaff } from '../settle-in.mjs';
import { accountsOf, printed } from './accounts.mjs';
import { assumedNotice } from './assumed-notice.mjs';
import { addDays, at, dayOf } from './dates.mjs';
import { inOrderOfTime } from './in-order-of-time.mjs';
import { Members } from './members.mjs';
import { everybodyReads, lastReading } from './reading.mjs';
import { commentOf, reasonFor } from './reasons.mjs';
import { demonstrationOn } from './rulebooks.mjs';
import { awardRound } from './rounds/award.mjs';
import { closingRound } from './rounds/closing.mjs';
import { openRound } from './rounds/open.mjs';
import { publicityRound } from './rounds/publicity.mjs';
import { roadshowRound } from './rounds/roadshow.mjs';
import { runningRound } from './rounds/running.mjs';
import { screeningRound } from './rounds/screening.mjs';
import { writtenRound } from './rounds/written.mjs';
import { Waits } from './waits.mjs';

const FOUNDER = 'administrator@example.org';
/** Earlier than the first act of any round. */
const BEFORE_ALL = 290 * 86_400_000;
const ROUNDS = { open: openRound, screening: screeningRound, written: writtenRound, roadshow: roadshowRound, publicity: publicityRound, award: awardRound, running: runningRound, closing: closingRound };

/**
 * Plays the demonstration on a running rehearsal: a published programme to its end, then one round in each state that a round can be in today.
 * @param {{url: string, env: object, signal?: AbortSignal, now?: number, tell?: (line: string) => void}} rehearsal `now` is the present of the demonstration
 * @returns {Promise<{accounts: object[], text: string}>} everybody's account, and the short list for people
 */
export async function playDemo({ url, env, signal, now = Date.now(), tell = () => {} }) {
  const cast = new Cast(url, { requests: 0, signal });
  await cast.administrator(FOUNDER, runCli(ROOT, ['found', FOUNDER, '系统管理员', 'js.', 'province', '江苏省妇女联合会'], env).trim());
  const moveClock = (instant) => cast.admin.post('/sandbox/clock', { now: new Date(instant).toISOString() });
  await moveClock(Date.parse('2021-06-01T09:00:00+08:00'));
  const nodes = await plantTree(cast);
  const staff = await settleStaff(cast, nodes.province.id, { expert: 5, roadshow_judge: 5 });
  const archived = await playProgramme({ cast, template: 'yangzhou-2021', tell, node: nodes.city, staff });
  const members = new Members(cast, nodes.city.id);
  members.adopt(archived.applications);
  await everybodyReads(cast);
  const waits = new Waits();
  const stage = { ...presentOf(now), waits };
  const planned = demonstrationOn(stage.today, readRulebook);
  const rounds = planned.rounds.map((round) => ({ ...round, node: nodes[round.node], cast, ...staff, members, reasonFor, commentOf, refusals: [], tell }));
  await moveClock(now - BEFORE_ALL);
  // Working days are never guessed: for a year that the State Council has not announced the demonstration says what it assumes.
  for (const year of planned.assumed) await cast.admin.post('/holiday-notices', assumedNotice(year, stage.today));
  await inOrderOfTime([...rounds.map((round) => ROUNDS[round.key](round, stage)), lastReading(cast, at(addDays(stage.today, -10), '20:00'))], moveClock);
  await moveClock(now);
  const accounts = accountsOf(cast, waits);
  return { accounts, text: printed(accounts) };
}

/** The federations of the demonstration: a role held at the province covers all of them. */
async function plantTree({ admin }) {
  const [province] = (await admin.get('/organisers')).items ?? (await admin.get('/organisers'));
  const city = await admin.post('/organisers', { parentId: province.id, code: 'yz', kind: 'city', name: '扬州市妇女联合会' });
  const hanjiang = await admin.post('/organisers', { parentId: city.id, code: 'hj', kind: 'district', name: '扬州市邗江区妇女联合会' });
  const guangling = await admin.post('/organisers', { parentId: city.id, code: 'gl', kind: 'district', name: '扬州市广陵区妇女联合会' });
  return { province, city, hanjiang, guangling };
}

/** @returns the day, and how long ago something was: never before midnight, so that what happens today happened today */
export function presentOf(now) {
  const today = dayOf(now);
  const longest = 80 * 60_000;
  const scale = Math.min(1, (now - Date.parse(at(today, '00:00'))) / longest);
  return { today, ago: (minutes) => now - minutes * 60_000 * scale };
}
