import { addDays, type Day } from '#libs/calendar';
import { say, type Sentence } from '#libs/errors';
import type { LookBack } from '#modules/calls';
import { REGISTER_NAMES, type Register } from '#modules/organisations';
import type { ApplicantFacts, PastAward } from './applicant-facts.js';
import { forAPerson, found, unknown, type Finding, type RuleTests } from './finding.js';
import { yearsBefore } from './standing-tests.js';

/** A look into a public register proves nothing for longer than this: lists change between the application and the contract. */
export const LOOKUP_HOLDS_DAYS = 90;

/** What public registers and the platform's own past say (domain.md section 7: E5–E8, E16–E22). */
export const RECORD_TESTS: RuleTests = {
  E5: ({ lookBack }, facts) => lookedUp('abnormal_list', facts, windowOf(lookBack, facts.today)),
  E6: ({ lookBack }, facts) => lookedUp('dishonest_list', facts, windowOf(lookBack, facts.today)),
  E7: ({ lookBack }, facts) => lookedUp('penalties', facts, windowOf(lookBack, facts.today)),
  E8: (_, facts) => lookedUp('judgment_debtors', facts, { from: facts.today, to: facts.today }),
  E16: ({ max }, { applications }) => found(applications <= max, say(`本批次第 ${applications} 份申报，至多 ${max} 份`, `Its application number ${applications} in this call; ${max} at most`)),
  E17: ({ max }, { awards, today }) => {
    const won = awards.filter(({ sameProgramme, announcedOn }) => sameProgramme && announcedOn.slice(0, 4) === today.slice(0, 4)).length;
    return found(won < max, say(`本年度已在本计划立项 ${won} 个，至多 ${max} 个`, `${won} awards in this programme this year; ${max} at most`));
  },
  E18: ({ sameProject, stillRunning }, { awards, figures, today }) => {
    const running = stillRunning ? awards.find(({ project }) => project !== null && RUNNING.includes(project.status)) : undefined;
    if (running) return found(false, say(`“${running.projectName}”仍在实施`, `"${running.projectName}" still runs`));
    const twin = sameProject ? awards.find((award) => award.announcedOn.slice(0, 4) === today.slice(0, 4) && plain(award.projectName) === plain(figures.projectName) && plain(figures.projectName) !== '') : undefined;
    if (twin) return found(false, say(`同名项目“${twin.projectName}”已于 ${twin.announcedOn} 立项`, `A project named "${twin.projectName}" was awarded on ${twin.announcedOn}`), twin.announcedOn);
    return sameProject ? unknown(say('平台上没有发现重复；其他来源的资助由审查员看', 'Nothing found on the platform; a screener looks at other funding')) : found(true, say('平台上没有仍在实施的项目', 'No project on the platform still runs'));
  },
  E19: () => forAPerson,
  E20: ({ levels }, { awards, today }) => {
    const won = awards.find(({ level, announcedOn }) => level !== null && levels.includes(level) && announcedOn.slice(0, 4) === today.slice(0, 4));
    return won ? found(false, say(`“${won.projectName}”本年度已在另一级立项`, `"${won.projectName}" was awarded at another level this year`), won.announcedOn) : unknown(say('平台上没有发现；平台以外的由审查员看', 'Nothing found on the platform; a screener looks beyond it'));
  },
  E21: ({ years }, { awards, today }) => {
    const since = `${Number(today.slice(0, 4)) - years}-01-01`;
    const won = awards.find(({ sameProgramme, announcedOn }) => sameProgramme && announcedOn >= since && announcedOn.slice(0, 4) < today.slice(0, 4));
    return found(!won, won ? say(`“${won.projectName}”于 ${won.announcedOn} 立项`, `"${won.projectName}" was awarded on ${won.announcedOn}`) : say(`${since} 以来没有在本计划立项`, `No award in this programme since ${since}`), won?.announcedOn);
  },
  E22: ({ lookBack }, { awards, today }) => {
    const window = windowOf(lookBack, today);
    const ended = awards.find(({ project }) => project?.status === 'terminated' && project.since >= window.from && project.since <= window.to);
    return found(!ended, ended ? say(`“${ended.projectName}”于 ${ended.project!.since} 终止清算`, `"${ended.projectName}" was terminated on ${ended.project!.since}`) : say(`${window.from} 以来平台上没有终止清算的项目`, `No project was terminated on the platform since ${window.from}`), ended?.project?.since);
  },
};

const RUNNING: readonly string[] = ['opened', 'contracted', 'running', 'rectifying', 'evaluating', 'suspended'];

interface Window {
  readonly from: string;
  readonly to: string;
}

/** So many months before the test, or named years whole. */
export function windowOf(lookBack: LookBack, today: string): Window {
  if ('fromYear' in lookBack) return { from: `${lookBack.fromYear}-01-01`, to: `${lookBack.toYear}-12-31` };
  const [years, months] = [Math.floor(lookBack.months / 12), lookBack.months % 12];
  const month = Number(today.slice(5, 7)) - months;
  const shifted = month > 0 ? `${today.slice(0, 4)}-${pad(month)}` : `${Number(today.slice(0, 4)) - 1}-${pad(month + 12)}`;
  const last = new Date(Date.UTC(Number(shifted.slice(0, 4)), Number(shifted.slice(5)), 0)).getUTCDate();
  return { from: yearsBefore(`${shifted}-${pad(Math.min(Number(today.slice(8)), last))}`, years), to: today };
}

const pad = (value: number): string => String(value).padStart(2, '0');

function lookedUp(register: Register, { lookups, today }: ApplicantFacts, window: Window): Finding {
  const newest = lookups.find((lookup) => lookup.register === register);
  const name = REGISTER_NAMES[register];
  if (!newest) return unknown(say(`尚未查询${name.zh}`, `${name.en}: not looked up yet`));
  const entry = newest.entries.find(({ fromDay, untilDay }) => fromDay <= window.to && (untilDay ?? window.to) >= window.from);
  if (entry) return found(false, entryWords(name, entry), newest.lookedUpOn);
  if (newest.lookedUpOn < addDays(today as Day, -LOOKUP_HOLDS_DAYS)) {
    return unknown(say(`${name.zh}：${newest.lookedUpOn} 查询，已过 ${LOOKUP_HOLDS_DAYS} 天，须重新查询`, `${name.en}: looked up on ${newest.lookedUpOn}, more than ${LOOKUP_HOLDS_DAYS} days ago; look again`));
  }
  return found(true, say(`${name.zh}：${newest.lookedUpOn} 查询，${window.from} 以来无记录`, `${name.en}: looked up on ${newest.lookedUpOn}, nothing since ${window.from}`), newest.lookedUpOn);
}

function entryWords(name: Sentence, { fromDay, untilDay, what }: { fromDay: string; untilDay: string | null; what: string }): Sentence {
  return say(`${name.zh}：${fromDay} 列入${untilDay ? `，${untilDay} 移出` : '，尚未移出'}（${what}）`, `${name.en}: entered on ${fromDay}${untilDay ? `, taken off on ${untilDay}` : ', still there'} (${what})`);
}

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s“”"《》「」]/g, '');

/** Whether the organisation has won in the programme in the year before: a preference, or what E21 keeps out. */
export const wonLastYear = (awards: readonly PastAward[], today: string): boolean =>
  awards.some(({ sameProgramme, announcedOn }) => sameProgramme && Number(announcedOn.slice(0, 4)) === Number(today.slice(0, 4)) - 1);
