import { say } from '#libs/errors';
import type { ApplicantType, EligibilityParameters, Grade } from '#modules/calls';
import type { ApplicantFacts } from './applicant-facts.js';
import { forAPerson, found, unknown, type Finding, type RuleTests } from './finding.js';
import { GRADE_ORDER, KIND_NAMES, LEVEL_NAMES, listed } from './rule-words.js';

const SOCIAL: readonly ApplicantType[] = ['social_association', 'social_service_institution', 'foundation'];

/** What the profile of the organisation says (domain.md section 7: E1–E4, E9–E13, E23–E26, E29). */
export const STANDING_TESTS: RuleTests = {
  E1: (_, { organisation: { creditCode, kind } }, { applicants }) => {
    if (creditCode !== null) return found(true, say(`统一社会信用代码 ${creditCode}`, `Credit code ${creditCode}`));
    if (applicants.host.allowed && kind === 'community_group') return unknown(say('未登记团体，看依托单位的登记', 'A group without registration: look at its host'));
    return found(false, say('没有统一社会信用代码', 'It has no credit code'));
  },
  E2: ({ levels }, { organisation: { registrationLevel } }) => {
    if (registrationLevel === null) return unknown(say('资料中没有登记级别', 'The profile does not say the level of registration'));
    const name = LEVEL_NAMES[registrationLevel];
    return found(levels.includes(registrationLevel), say(`登记级别：${name.zh}`, `Registered at: ${name.en}`));
  },
  E3: ({ minYears }, { organisation: { registeredOn }, today }) =>
    registeredOn === null
      ? unknown(say('资料中没有成立日期', 'The profile does not say when it was registered'))
      : found(registeredOn <= yearsBefore(today, minYears), say(`成立于 ${registeredOn}，须满 ${minYears} 年`, `Registered on ${registeredOn}; ${minYears} years are needed`), registeredOn),
  E4: inspected,
  E9: graded,
  E10: ({ bankAccount, accountingSystem }, { accountVerified }) => {
    if (accountingSystem) return unknown(accountVerified ? say('账户已核验；财务制度看材料', 'The account is verified; look at the financial rules') : say('账户和财务制度看材料', 'Look at the account and the financial rules'));
    return bankAccount && accountVerified ? found(true, say('以本组织名义开立的账户已核验', 'An account in its own name is verified')) : forAPerson;
  },
  E11: ({ min }, { organisation: { fullTimeStaff } }) => found(fullTimeStaff >= min, say(`专职 ${fullTimeStaff} 人，须 ${min} 人`, `${fullTimeStaff} full-time staff; ${min} are needed`)),
  E12: ({ min }, { organisation: { socialWorkers } }) => found(socialWorkers >= min, say(`持证社工 ${socialWorkers} 人，须 ${min} 人`, `${socialWorkers} licensed social workers; ${min} are needed`)),
  E13: ({ inCharter }, { organisation: { partyOrganisation } }) => {
    if (!partyOrganisation) return unknown(say('未设党组织，看是否具备条件', 'No party organisation: see whether the conditions exist'));
    return inCharter ? unknown(say('已设党组织；党建内容看章程', 'It has a party organisation; look at the charter')) : found(true, say('已设党组织', 'It has a party organisation'));
  },
  E23: ({ types }, { organisation: { kind } }) => found(!types.includes(kind), say(`单位类型：${KIND_NAMES[kind].zh}`, `Kind: ${KIND_NAMES[kind].en}`)),
  E24: ({ strict }, { partners }) => {
    if (partners.length > 0) return found(true, say(`联合申报，共 ${partners.length + 1} 方`, `A joint application of ${partners.length + 1} parties`));
    return strict ? found(false, say('没有联合申报单位', 'There is no partner')) : unknown(say('没有联合申报单位，原则上须联合申报', 'There is no partner; in principle a joint application is needed'));
  },
  E25: ({ hostTypes }, { organisation: { kind }, partners }) => {
    if (kind !== 'community_group') return found(true, say('已登记的组织，不需要依托单位', 'Registered: no host is needed'));
    const host = partners.find((partner) => hostTypes.includes(partner));
    return host ? found(true, say(`依托单位：${KIND_NAMES[host].zh}`, `Host: ${KIND_NAMES[host].en}`)) : unknown(say('依托单位看材料', 'Look for the host in the documents'));
  },
  E26: ({ types }, { organisation: { kind } }) => found(SOCIAL.includes(kind) || types.includes(kind), say(`单位类型：${KIND_NAMES[kind].zh}`, `Kind: ${KIND_NAMES[kind].en}`)),
  E29: ({ staff }, { organisation: { fullTimeStaff } }) =>
    staff && fullTimeStaff === 0 ? found(false, say('没有专职人员', 'It has no full-time staff')) : unknown(say('场地、设备看材料', 'Look at premises and equipment')),
};

/** Years before the present one, as an inspection is of a year that is over. */
function inspected({ years, basic }: EligibilityParameters['E4'], { organisation, today }: ApplicantFacts): Finding {
  const past = organisation.inspections.filter(({ year }) => year < Number(today.slice(0, 4))).sort((a, b) => b.year - a.year);
  const wanted = Math.max(1, years === 'all' ? past.length : years === 'last' ? 1 : years);
  if (past.length < wanted) return unknown(say(`资料中只有 ${past.length} 个年度的年检`, `The profile has the inspection of ${past.length} years only`));
  const looked = past.slice(0, wanted);
  const bad = looked.filter(({ verdict }) => !(verdict === 'passed' || (basic && verdict === 'basic')));
  const newest = looked[0]!.year;
  if (newest < Number(today.slice(0, 4)) - 2) return unknown(say(`最近的年检是 ${newest} 年度，须看近年的结果`, `The newest inspection is of ${newest}; look at the years since`));
  if (bad.length === 0) return found(true, say(`${listed(looked.map(({ year }) => String(year))).zh} 年度年检合格`, `Passed in ${listed(looked.map(({ year }) => String(year))).en}`), `${newest}-12-31`);
  return found(false, say(`${listed(bad.map(({ year }) => String(year))).zh} 年度年检不符合要求`, `The inspection of ${listed(bad.map(({ year }) => String(year))).en} does not count`), `${newest}-12-31`);
}

function graded({ minGrade, validYears }: EligibilityParameters['E9'], { organisation: { grade, gradedOn }, today }: ApplicantFacts): Finding {
  if (grade === null || gradedOn === null) return found(false, say(`没有评估等级，须 ${minGrade} 及以上`, `It has no grade; ${minGrade} or better is needed`));
  if (gradedOn <= yearsBefore(today, validYears)) return found(false, say(`${grade} 评定于 ${gradedOn}，已过 ${validYears} 年有效期`, `${grade} was given on ${gradedOn}; its ${validYears} years are over`), gradedOn);
  return found(atLeast(grade, minGrade), say(`${grade}，评定于 ${gradedOn}，须 ${minGrade} 及以上`, `${grade}, given on ${gradedOn}; ${minGrade} or better is needed`), gradedOn);
}

export const atLeast = (grade: Grade, least: Grade): boolean => GRADE_ORDER.indexOf(grade) >= GRADE_ORDER.indexOf(least);

/** The same day so many years earlier; 29 February becomes the 28th where there is none. */
export function yearsBefore(today: string, years: number): string {
  const earlier = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  return earlier.endsWith('-02-29') && new Date(`${earlier}T00:00:00Z`).getUTCDate() !== 29 ? `${earlier.slice(0, 8)}28` : earlier;
}
