import { refused, say, type Sentence } from '#libs/errors';
import type { ApplicantType, EligibilityId, EligibilityMoment, EligibilityRule, Rulebook } from '#modules/calls';
import { hostsAmong, partiesIn } from '../partners.js';
import type { ApplicantFacts } from './applicant-facts.js';
import { forAPerson, type Finding, type RuleTest, type RuleTests, type RuleVerdict } from './finding.js';
import { PROPOSAL_TESTS } from './proposal-tests.js';
import { RECORD_TESTS } from './record-tests.js';
import { STANDING_TESTS } from './standing-tests.js';

export interface JudgedRule {
  readonly id: EligibilityId;
  /** The rule in the words of the notice. */
  readonly text: Sentence;
  readonly effect: 'exclude' | 'flag';
  readonly verdict: RuleVerdict;
  /** What the platform looked at and what it found there. */
  readonly ground: Sentence;
  /** The day by which it was judged: lists and grades expire. */
  readonly testedOn: string;
  /** The day of the evidence, where it has one of its own. */
  readonly evidenceOn: string | null;
  /** Keys of the questions whose files prove it. */
  readonly evidence: readonly string[];
}

/** The library: every rule has its test; one that needs a person says so. */
const TESTS: RuleTests = { ...STANDING_TESTS, ...RECORD_TESTS, ...PROPOSAL_TESTS };

/** Every rule of the moment with its verdict, in the order of the rulebook; nothing is cut short at the first failure. */
export function judgeRules(book: Pick<Rulebook, 'eligibility' | 'applicants'>, moment: EligibilityMoment, facts: ApplicantFacts): JudgedRule[] {
  return book.eligibility.filter((rule) => rule.moments.includes(moment)).map((rule) => {
    const { verdict, ground, evidenceOn = null } = judge(rule, facts, book);
    return { id: rule.id, text: rule.text, effect: rule.effect, evidence: rule.evidence, testedOn: facts.today, verdict, ground, evidenceOn };
  });
}

function judge(rule: EligibilityRule, facts: ApplicantFacts, book: Pick<Rulebook, 'applicants'>): Finding {
  const test = TESTS[rule.id] as RuleTest<EligibilityId> | undefined;
  return test?.(rule.parameters as never, facts, book) ?? forAPerson;
}

/** The rule, what was found, and the day of the evidence, in one sentence. */
export const wordsOfFailure = ({ text, ground, evidenceOn, testedOn }: JudgedRule): Sentence =>
  say(`${text.zh}（${ground.zh}；依据日期 ${evidenceOn ?? testedOn}）`, `${text.en} (${ground.en}; as of ${evidenceOn ?? testedOn})`);

/** Who may apply at all, by what the rulebook says of applicants: asked before a draft is begun. */
export function* standsAgainstApplying({ applicants }: Pick<Rulebook, 'applicants'>, { organisation, partners, applications }: ApplicantFacts): Generator<{ code: string; sentence: Sentence }> {
  if (!applicants.types.includes(organisation.kind)) yield { code: 'applicant_type_not_admitted', sentence: say('本批次不接受此类组织申报', 'This kind of organisation may not apply in this call') };
  const { registeredIn, joint } = applicants;
  if (registeredIn.length > 0 && !registeredIn.some(({ code }) => organisation.territoryCode.startsWith(code))) {
    yield { code: 'registered_elsewhere', sentence: say('本批次只接受在规定地区登记的组织申报', 'Only organisations registered in the given places may apply') };
  }
  if (applications > applicants.maxApplications) yield { code: 'too_many_applications', sentence: say('已达到每个组织可申报的项目数上限', 'The organisation has as many applications as the call allows') };
  if (partiesIn({ applicants }, organisation.kind, partners) > joint.maxParties) yield { code: 'too_many_parties', sentence: say('联合申报的单位超过上限', 'More parties than a joint application may have') };
}

/** Each group that must be present in a joint application and is not. */
export function missingParties({ applicants }: Pick<Rulebook, 'applicants'>, { organisation, partners }: ApplicantFacts): boolean {
  if (applicants.joint.mode !== 'required') return false;
  const present = [organisation.kind, ...partners];
  return partners.length === 0 || applicants.joint.together.some((group) => !group.some((kind) => present.includes(kind)));
}

/** A group without registration applies through a host (C7); one that names none cannot hand in. */
export const missesHost = (book: Pick<Rulebook, 'applicants'>, { organisation: { kind }, partners }: ApplicantFacts): boolean =>
  kind === 'community_group' && book.applicants.host.allowed && hostsAmong(book, kind, partners).length === 0;

/** Where joint applications are not taken a group without registration still names its host. @throws DomainError `joint_forbidden` */
export function refuseJoint(book: Pick<Rulebook, 'applicants'>, { organisation, partners }: Pick<ApplicantFacts, 'partners'> & { organisation: { kind: ApplicantType } }): void {
  if (book.applicants.joint.mode === 'forbidden' && partiesIn(book, organisation.kind, partners) > 1) throw refused('joint_forbidden', say('本批次不接受联合申报', 'Joint applications are not taken in this call'));
}
