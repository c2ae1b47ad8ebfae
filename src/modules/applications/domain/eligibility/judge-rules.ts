import { addDays } from '#libs/calendar';
import { say, type Sentence } from '#libs/errors';
import type { EligibilityId, EligibilityMoment, EligibilityParameters, EligibilityRule, Grade, Rulebook } from '#modules/calls';
import type { ApplicantFacts } from './applicant-facts.js';

/** `unknown`: the platform cannot tell from what it knows; a screener looks at the evidence. */
export type RuleVerdict = 'passed' | 'failed' | 'unknown';

export interface JudgedRule {
  readonly id: EligibilityId;
  readonly text: Sentence;
  readonly effect: 'exclude' | 'flag';
  readonly verdict: RuleVerdict;
  /** The day by which it was judged: lists and grades expire. */
  readonly testedOn: string;
  /** Keys of the questions whose files prove it. */
  readonly evidence: readonly string[];
}

type Test<Id extends EligibilityId> = (parameters: EligibilityParameters[Id], facts: ApplicantFacts, book: Pick<Rulebook, 'applicants'>) => boolean | undefined;

const GRADES: readonly Grade[] = ['1A', '2A', '3A', '4A', '5A'];

/** The rules that can be judged from the profile and the application (domain.md section 7); all others need a person. */
const TESTS: { [Id in EligibilityId]?: Test<Id> } = {
  E1: (_, { organisation }, { applicants }) => organisation.creditCode !== null || (applicants.host.allowed && organisation.kind === 'community_group' ? undefined : false),
  E2: ({ levels }, { organisation }) => (organisation.registrationLevel === null ? undefined : levels.includes(organisation.registrationLevel)),
  E3: ({ minYears }, { organisation, today }) => (organisation.registeredOn === null ? undefined : organisation.registeredOn <= yearsBefore(today, minYears)),
  E4: inspected,
  E9: ({ minGrade, validYears }, { organisation, today }) => gradeHolds(organisation, minGrade, validYears, today),
  E11: ({ min }, { organisation }) => organisation.fullTimeStaff >= min,
  E12: ({ min }, { organisation }) => organisation.socialWorkers >= min,
  E16: ({ max }, { applications }) => applications <= max,
  E23: ({ types }, { organisation }) => !types.includes(organisation.kind),
  E27: ({ minPercent }, { figures }) => (figures.totalFen === 0 ? undefined : figures.matchingFen * 100 >= figures.totalFen * minPercent),
  E28: ({ maxFen, firstTimerMaxFen }, { figures, earlierAwards }) => figures.requestedFen <= (earlierAwards === 0 ? (firstTimerMaxFen ?? maxFen) : maxFen),
  E30: ({ minPercent }, { womenPercent }) => (womenPercent === null ? undefined : womenPercent >= minPercent),
};

/** Every rule of the moment with its verdict, in the order of the rulebook; nothing is cut short at the first failure. */
export function judgeRules(book: Pick<Rulebook, 'eligibility' | 'applicants'>, moment: EligibilityMoment, facts: ApplicantFacts): JudgedRule[] {
  return book.eligibility.filter((rule) => rule.moments.includes(moment)).map((rule) => ({
    id: rule.id, text: rule.text, effect: rule.effect, evidence: rule.evidence, testedOn: facts.today, verdict: judge(rule, facts, book),
  }));
}

function judge(rule: EligibilityRule, facts: ApplicantFacts, book: Pick<Rulebook, 'applicants'>): RuleVerdict {
  const test = TESTS[rule.id] as Test<EligibilityId> | undefined;
  const outcome = test?.(rule.parameters as never, facts, book);
  if (outcome === undefined) return 'unknown';
  return outcome ? 'passed' : 'failed';
}

function inspected({ years, basic }: EligibilityParameters['E4'], { organisation, today }: ApplicantFacts): boolean | undefined {
  const thisYear = Number(today.slice(0, 4));
  const past = organisation.inspections.filter(({ year }) => year < thisYear).sort((a, b) => b.year - a.year);
  const wanted = years === 'all' ? past.length : years === 'last' ? 1 : years;
  if (past.length < Math.max(1, wanted)) return undefined;
  return past.slice(0, Math.max(1, wanted)).every(({ verdict }) => verdict === 'passed' || (basic && verdict === 'basic'));
}

function gradeHolds({ grade, gradedOn }: ApplicantFacts['organisation'], least: Grade, validYears: number, today: string): boolean {
  if (grade === null || gradedOn === null) return false;
  return GRADES.indexOf(grade) >= GRADES.indexOf(least) && gradedOn > yearsBefore(today, validYears);
}

const yearsBefore = (today: string, years: number): string => {
  const day = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  return day.endsWith('-02-29') ? addDays(`${day.slice(0, 8)}28` as never, 0) : day;
};

/** Who may apply at all, by what the rulebook says of applicants: asked before a draft is begun. */
export function* standsAgainstApplying({ applicants }: Pick<Rulebook, 'applicants'>, { organisation, partners, applications }: ApplicantFacts): Generator<{ code: string; sentence: Sentence }> {
  if (!applicants.types.includes(organisation.kind)) yield { code: 'applicant_type_not_admitted', sentence: say('本批次不接受此类组织申报', 'This kind of organisation may not apply in this call') };
  const { registeredIn, joint } = applicants;
  if (registeredIn.length > 0 && !registeredIn.some(({ code }) => organisation.territoryCode.startsWith(code))) {
    yield { code: 'registered_elsewhere', sentence: say('本批次只接受在规定地区登记的组织申报', 'Only organisations registered in the given places may apply') };
  }
  if (applications > applicants.maxApplications) yield { code: 'too_many_applications', sentence: say('已达到每个组织可申报的项目数上限', 'The organisation has as many applications as the call allows') };
  if (partners.length + 1 > joint.maxParties) yield { code: 'too_many_parties', sentence: say('联合申报的单位超过上限', 'More parties than a joint application may have') };
}

/** Each group that must be present in a joint application and is not. */
export function missingParties({ applicants }: Pick<Rulebook, 'applicants'>, { organisation, partners }: ApplicantFacts): boolean {
  if (applicants.joint.mode !== 'required') return false;
  const present = [organisation.kind, ...partners];
  return partners.length === 0 || applicants.joint.together.some((group) => !group.some((kind) => present.includes(kind)));
}
