import type { EligibilityRule, LookBack, Rulebook } from '../rulebook.js';
import { awardBounds } from './check-money.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

type Agreement = readonly [agrees: boolean, field: string];
type Rule<Id extends EligibilityRule['id']> = Extract<EligibilityRule, { id: Id }>;
type Agreements = { [Id in EligibilityRule['id']]?: (rule: Rule<Id>, book: Rulebook) => Agreement };

/** Rules that repeat a value which the rulebook holds elsewhere, and that value. */
const agreements: Agreements = {
  E2: ({ parameters }, { applicants }) => [
    sameSet(parameters.levels, applicants.registrationLevels), 'applicants.registrationLevels',
  ],
  E15: (_rule, { applicants }) => [applicants.implementedIn.length > 0, 'applicants.implementedIn'],
  E16: ({ parameters }, { applicants }) => [parameters.max === applicants.maxApplications, 'applicants.maxApplications'],
  E17: ({ parameters }, { applicants }) => [parameters.max === applicants.maxAwards, 'applicants.maxAwards'],
  E24: (_rule, { applicants }) => [applicants.joint.mode !== 'forbidden', 'applicants.joint.mode'],
  E25: ({ parameters }, { applicants }) => [
    applicants.host.allowed && sameSet(parameters.hostTypes, applicants.host.hostTypes), 'applicants.host.hostTypes',
  ],
  E26: ({ parameters }, { applicants }) => [
    parameters.types.every((type) => applicants.types.includes(type)), 'applicants.types',
  ],
  E27: ({ parameters }, { matching }) => [
    parameters.minPercent === matching.minPercentOfTotal, 'matching.minPercentOfTotal',
  ],
  E28: ({ parameters }, { money }) => [
    parameters.maxFen === awardBounds(money.amount).most && parameters.firstTimerMaxFen === money.firstTimerCapFen,
    'money.amount',
  ],
};

/** The field that a rule repeats, when the two disagree. */
function contradicted(rule: EligibilityRule, book: Rulebook): string | null {
  const compare = agreements[rule.id] as ((rule: EligibilityRule, book: Rulebook) => Agreement) | undefined;
  const [agrees, field] = compare?.(rule, book) ?? [true, ''];
  return agrees ? null : field;
}

function reversed(parameters: object): boolean {
  if (!('lookBack' in parameters)) return false;
  const lookBack = parameters.lookBack as LookBack;
  return 'fromYear' in lookBack && lookBack.fromYear > lookBack.toYear;
}

function* eligibility(book: Rulebook): Problems {
  for (const [index, rule] of book.eligibility.entries()) {
    const field = contradicted(rule, book);
    if (field !== null) yield problem('eligibility_contradicts', `eligibility.${index}`, { rule: rule.id, field });
    if (reversed(rule.parameters)) yield problem('look_back_reversed', `eligibility.${index}.parameters.lookBack`);
  }
}

function* preferences(book: Rulebook): Problems {
  for (const [index, rule] of book.preferences.entries()) {
    const lacksGrade = rule.kind === 'grade' && rule.minGrade === undefined;
    const lacksPercent = rule.kind === 'matching' && rule.minPercent === undefined;
    if (lacksGrade || lacksPercent) yield problem('preference_incomplete', `preferences.${index}`);
  }
}

function* nominations(book: Rulebook): Problems {
  for (const [index, { category }] of (book.applicants.nominations ?? []).entries()) {
    const known = category === null || book.categories.some((candidate) => candidate.key === category);
    if (!known) yield problem('unknown_category', `applicants.nominations.${index}.category`, { key: category });
  }
}

/** C6 to C10: who may apply, and that no rule says otherwise elsewhere. */
export function* checkApplicants(book: Rulebook): Problems {
  const { joint, host } = book.applicants;
  yield* eligibility(book);
  yield* preferences(book);
  yield* nominations(book);
  if (joint.mode === 'required' && (joint.together.length < 2 || joint.maxParties < joint.together.length)) {
    yield problem('joint_parties_missing', 'applicants.joint');
  }
  if (host.allowed && host.hostTypes.length === 0) yield problem('host_types_missing', 'applicants.host');
  if (book.matching.mode !== 'none' && book.matching.minPercentOfTotal === 0) {
    yield problem('matching_percent_missing', 'matching.minPercentOfTotal');
  }
}
