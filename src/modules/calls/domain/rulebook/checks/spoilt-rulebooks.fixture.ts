import type { ProblemCode } from './problem-catalogue.js';

/** New values by dotted path; `undefined` removes the field. */
export type Spoiling = Readonly<Record<string, unknown>>;
/** The code that must appear, the path at which it must appear, and what was spoilt in a sound rulebook. */
export type Case = readonly [code: ProblemCode, path: string, spoiling: Spoiling];

const title = { zh: '甲', en: 'A' };
const bloc = 'scoring.stages.0.blocs.0';
const first = 'form.sections.0.questions.0';

export const shapeCases: readonly Case[] = [
  ['field_missing', '', { title: undefined }],
  ['field_missing', 'tranches.tranches.0', { 'tranches.tranches.0.pay': undefined }],
  ['field_unknown', 'money', { 'money.colour': 'red' }],
  ['wrong_type', 'money.awards', { 'money.awards': 'ten' }],
  ['not_one_of', 'money.route', { 'money.route': 'gift' }],
  ['unknown_variant', 'money.amount', { 'money.amount': { kind: 'as_you_like' } }],
  ['unknown_variant', 'eligibility.0', { 'eligibility.0.id': 'E31' }],
  ['out_of_range', 'scoring.stages.0.weight', { 'scoring.stages.0.weight': 101 }],
  ['too_precise', 'scoring.stages.0.weight', { 'scoring.stages.0.weight': 33.333 }],
  ['too_few', 'contract.parties', { 'contract.parties': [] }],
  ['too_many', 'contract.parties', { 'contract.parties': Array.from({ length: 5 }, (_, i) => ({ key: `p${i}`, role: 'site', title })) }],
  ['too_short', 'title.en', { 'title.en': '' }],
  ['too_long', 'code', { code: 'a'.repeat(61) }],
  ['malformed', 'stages.0.opensAt', { 'stages.0.opensAt': '2021-02-30T09:00:00+08:00' }],
  ['malformed', 'stages.0.opensAt', { 'stages.0.opensAt': '2021-02-20 09:00' }],
  ['malformed', `${first}.pattern`, { [`${first}.pattern`]: '(' }],
  ['repeated_item', 'applicants.types', { 'applicants.types': ['foundation', 'foundation'] }],
];

export const stageAndMoneyCases: readonly Case[] = [
  ['questions_after_deadline', 'deadline.questionsUntil', { 'deadline.questionsUntil': '2099-01-01T00:00:00+08:00' }],
  ['key_repeated', 'categories.1', { 'categories.1.key': 'child-protection' }],
  ['key_repeated', 'form.sections.1.questions.0', { 'form.sections.1.questions.0.key': 'uscc' }],
  ['key_repeated', `${bloc}.criteria.1`, { [`${bloc}.criteria.1.key`]: 'background' }],
  ['supplement_of_itself', 'supplementTo', { supplementTo: 'yangzhou-2021' }],
  ['stage_dates_reversed', 'stages.2.closesAt', { 'stages.2.closesAt': '2021-09-25T00:00:00+08:00' }],
  ['stage_out_of_order', 'stages.3.opensAt', { 'stages.3.opensAt': '2021-09-20T00:00:00+08:00' }],
  ['application_stage_not_single', 'stages', { 'stages.1.kind': 'recommendation' }],
  ['deadline_not_stage_end', 'deadline.at', { 'deadline.at': '2021-09-24T17:00:01+08:00' }],
  ['amount_bounds_reversed', 'money.amount', { 'money.amount.minFen': 5_000_001 }],
  ['award_exceeds_pool', 'money.poolFen', { 'money.poolFen': 4_999_999 }],
  ['pool_too_small', 'money.poolFen', { 'money.poolFen': 29_999_999 }],
  ['pool_too_small', 'money.poolFen', { 'money.awards': null, 'money.poolFen': 10_000_000, 'categories.0.seats': 4 }],
  ['pool_not_used_up', 'money.poolFen', { 'money.poolFen': 50_000_001 }],
  ['tiers_not_contiguous', 'money.amount.tiers.1', { 'money.amount': {
    kind: 'tiers_by_rank', tiers: [{ fromRank: 1, toRank: 1, fen: 100 }, { fromRank: 3, toRank: 10, fen: 50 }],
  } }],
  ['tiers_awards_mismatch', 'money.amount.tiers', { 'money.amount': {
    kind: 'tiers_by_rank', tiers: [{ fromRank: 1, toRank: 9, fen: 100 }],
  } }],
  ['first_timer_cap_not_lower', 'money.firstTimerCapFen', { 'money.firstTimerCapFen': 5_000_000 }],
  ['seats_exceed_awards', 'categories', { 'categories.0.seats': 11 }],
  ['no_open_category', 'categories', Object.fromEntries([0, 1, 2, 3].map((i) => [`categories.${i}.open`, false]))],
];

export const applicantCases: readonly Case[] = [
  ['unknown_category', 'applicants.nominations.0.category', {
    'applicants.nominations': [{ by: 'district', category: 'sports', max: 3 }],
  }],
  ['joint_parties_missing', 'applicants.joint', { 'applicants.joint.mode': 'required' }],
  ['host_types_missing', 'applicants.host', { 'applicants.host.hostTypes': [] }],
  ['eligibility_contradicts', 'eligibility.1', { 'applicants.registrationLevels': ['city'] }],
  ['eligibility_contradicts', 'eligibility.7', { 'applicants.implementedIn': [] }],
  ['eligibility_contradicts', 'eligibility.8', { 'applicants.maxApplications': 1 }],
  ['eligibility_contradicts', 'eligibility.9', { 'applicants.maxAwards': 2 }],
  ['eligibility_contradicts', 'eligibility.11', { 'applicants.host.hostTypes': ['foundation'] }],
  ['eligibility_contradicts', 'eligibility.12', { 'money.amount.maxFen': 4_500_000 }],
  ['eligibility_contradicts', 'eligibility.0', { 'eligibility.0': rule('E24', { strict: true }), 'applicants.joint.mode': 'forbidden' }],
  ['eligibility_contradicts', 'eligibility.0', { 'eligibility.0': rule('E26', { types: ['enterprise'] }) }],
  ['eligibility_contradicts', 'eligibility.0', { 'eligibility.0': rule('E27', { minPercent: 10 }) }],
  ['look_back_reversed', 'eligibility.5.parameters.lookBack', { 'eligibility.5.parameters.lookBack': { fromYear: 2025, toYear: 2022 } }],
  ['preference_incomplete', 'preferences.2', { 'preferences.2.minGrade': undefined }],
  ['preference_incomplete', 'preferences.3', { 'preferences.3.minPercent': undefined }],
  ['matching_percent_missing', 'matching.minPercentOfTotal', { 'matching.minPercentOfTotal': 0 }],
];

function rule(id: string, parameters: object): object {
  return { id, parameters, text: title, effect: 'exclude', moments: ['screening'], evidence: [] };
}

const shown = `${first}.visibleWhen`;
const later = 'form.sections.3.questions.10.visibleWhen';
export const formCases: readonly Case[] = [
  ['unknown_question', shown, { [shown]: { kind: 'answered', question: 'nowhere' } }],
  ['unknown_question', 'eligibility.0.evidence', { 'eligibility.0.evidence': ['nowhere'] }],
  ['condition_looks_ahead', shown, { [shown]: { kind: 'not', of: { kind: 'answered', question: 'minors' } } }],
  ['condition_wrong_kind', later, { [later]: { kind: 'any', of: [{ kind: 'at_least', question: 'minors', value: 1 }] } }],
  ['unknown_option', later, { [later]: { kind: 'one_of', question: 'minors', values: ['perhaps'] } }],
  ['unknown_option', later, { [later]: { kind: 'equals', question: 'category', value: 'sports' } }],
  ['category_question_missing', 'form', { 'form.sections.1.questions.1.options': [{ key: 'a', title }, { key: 'b', title }] }],
  ['budget_question_not_single', 'form', { 'form.sections.4.questions.1': { kind: 'budget', key: 'b', title, required: true },
    'form.sections.4.questions.0': { kind: 'budget', key: 'c', title, required: true } }],
  ['request_question_not_single', 'form', { 'form.sections.1.questions.2.role': undefined }],
  ['limits_reversed', first, { [`${first}.limit.min`]: 61 }],
  ['limits_reversed', 'form.sections.1.questions.2', { 'form.sections.1.questions.2.minFen': 5_000_001 }],
  ['limits_reversed', 'form.sections.1.questions.3', {
    'form.sections.1.questions.3.earliest': '2021-12-02', 'form.sections.1.questions.3.latest': '2021-12-01',
  }],
  ['limits_reversed', 'form.sections.2.questions.3', { 'form.sections.2.questions.3.minRows': 21 }],
  ['evidence_not_file', 'eligibility.0.evidence', { 'eligibility.0.evidence': ['uscc'] }],
];

const share = (of: object, atLeast: number) => ({
  kind: 'share', id: 'B7', text: title, source: null, appliesTo: ['grant'], effect: 'refuse', of, base: {}, atLeast,
});
export const budgetCases: readonly Case[] = [
  ['grant_source_not_single', 'budget.sources', { 'budget.sources.1.kind': 'grant' }],
  ['unknown_money_source', 'budget.rules.0', { 'budget.rules.0.appliesTo': ['lottery'] }],
  ['unknown_cost', 'budget.rules.0', { 'budget.rules.0.costs': ['salaries'] }],
  ['bounds_missing', 'budget.rules.4', { 'budget.rules.4.atMost': undefined }],
  ['limits_reversed', 'budget.rules.4', { 'budget.rules.4.atLeast': 60 }],
  ['floors_exceed_whole', 'budget.rules', { 'budget.rules.0': share({ costs: ['labour'] }, 70), 'budget.rules.1': share({ costs: ['activity'] }, 31) }],
  ['floor_on_forbidden_cost', 'budget.rules.0', { 'budget.rules.0': share({ costs: ['management'] }, 10) }],
  ['taper_not_lower', 'budget.rules.0', { 'budget.rules.0.taper.maxFen': 50_000 }],
  ['unknown_source', 'budget.rules.0.source', { 'budget.rules.0.source': 'S999' }],
];
