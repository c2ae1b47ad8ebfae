import { createHash } from 'node:crypto';
import { draft, handIn } from '../apply.mjs';
import { close, open, publish } from '../play.mjs';
import { HOUR, stageOf } from '../stage.mjs';
import { together } from '../together.mjs';
import { budgetOf } from './budget.mjs';
import { addDays, dayOf, yearOf } from './dates.mjs';
import { personTimes, textsOf } from './words.mjs';

const DAY = 24 * HOUR;

/** The call is published three days ahead and opens. */
export async function* opened(round) {
  const opensAt = Date.parse(stageOf(round, 'application').opensAt);
  yield opensAt - 3 * DAY;
  await publish(round, { code: round.code, rules: { rulebook: round.rulebook } });
  yield opensAt + 60_000;
  await open(round);
  round.applications = [];
}

/** Everybody of the list hands in, on one day. */
export async function allHandIn(round, proposals, more = () => ({})) {
  const drafts = await together(proposals, (proposal, at) => write(round, proposal, at, more(proposal)));
  for (const application of drafts) await handIn(application);
  round.applications.push(...drafts);
}

export async function* closed(round) {
  const { at, graceSeconds } = round.rulebook.deadline;
  yield Date.parse(at) + graceSeconds * 1000 + 60_000;
  await close(round);
}

/** A draft with the whole form in the applicant's words. */
export async function write(round, facts, at, { partners = [] } = {}) {
  const year = yearOf(dayOf(round.rulebook.deadline.at));
  const { person, organisation } = await round.members.of(facts.organisation, year);
  return draft(round, { person, organisation, partners, proposal: proposalOf(round, facts, { at, person, organisation }) });
}

const MOBILES = ['139', '138', '189', '158', '137'];

/** Nobody shares a telephone with another applicant: that would be a tie between the two. */
const ownPhone = (begins, who) => `${begins}${createHash('sha256').update(`${begins} ${who}`).digest().readUInt32BE(0) % 90_000_000 + 10_000_000}`;

/** What the form asks, out of the facts of a project. */
export function proposalOf({ rulebook }, facts, { at, person, organisation }) {
  const implementation = stageOf({ rulebook }, 'implementation');
  const starts = dayOf(implementation.opensAt);
  const mobile = ownPhone(MOBILES[at % MOBILES.length], person.email);
  const { direct, women, children, who, acts } = facts;
  return {
    ...facts, leader: person.personName, mobile, email: person.email, texts: textsOf(facts, organisation.name, at), budget: budgetOf(rulebook, facts),
    people: { direct, women, children, personTimes: personTimes(facts), description: `${who}，名单由社区和妇联执委共同核对。` },
    activities: acts.map(([name, sessions, people], place) => ({ name, on: addDays(starts, 7 + place * 14), sessions, persons: sessions * people })),
    team: teamOf(person.personName, at, { organisation: organisation.name, mobile }),
  };
}

const NAMES = ['朱晓萌', '吴佳怡', '徐文婷', '孙雨桐', '高洁', '林芳', '何苗', '郭丽娜', '马静', '罗晨曦'];

const teamOf = (leader, at, { organisation, mobile }) => [
  { name: leader, education: '本科', licence: '社会工作师', role: '项目负责人', phone: mobile },
  { name: NAMES[at % NAMES.length], education: '硕士研究生', licence: '社会工作师', role: '专职社工、督导', phone: ownPhone('136', organisation) },
  { name: NAMES[(at + 3) % NAMES.length], education: '本科', licence: '助理社会工作师', role: '专职社工', phone: ownPhone('159', organisation) },
  { name: NAMES[(at + 6) % NAMES.length], education: '大专', licence: '会计专业技术资格（初级）', role: '财务', phone: ownPhone('150', organisation) },
];
