import type { Case } from './spoilt-rulebooks.fixture.js';

const bloc = 'scoring.stages.0.blocs.0';
const criterion = `${bloc}.criteria.0`;

export const scoringCases: readonly Case[] = [
  ['weights_not_100', 'scoring.stages', { 'scoring.stages.0.weight': 41 }],
  ['weights_not_100', 'scoring.stages.0.blocs', { [`${bloc}.weight`]: 70 }],
  ['weights_not_100', `${bloc}.criteria`, { [`${criterion}.weight`]: 10.01 }],
  ['weights_not_100', 'evaluations.0.dimensions', { 'evaluations.0.dimensions.1.weight': 14 }],
  ['unknown_stage', 'scoring.stages.0.stage', { 'scoring.stages.0.stage': 'nowhere' }],
  ['unknown_stage', 'roadshow.stage', { 'roadshow.stage': 'nowhere' }],
  ['stage_not_judged', 'scoring.stages.0.stage', { 'scoring.stages.0.stage': 'publicity' }],
  ['trim_threshold_too_low', `${bloc}.aggregation.threshold`, { [`${bloc}.aggregation.threshold`]: 2 }],
  ['trim_never_applies', `${bloc}.aggregation.threshold`, { [`${bloc}.aggregation.threshold`]: 6 }],
  ['ballot_seats_missing', `${bloc}.aggregation.seats`, { [`${bloc}.aggregation`]: { method: 'ranked_ballot', count: 'stv', partial: 'allowed' } }],
  ['ballot_approves_all', `${bloc}.aggregation.partial`, { [`${bloc}.aggregation`]: { method: 'ranked_ballot', count: 'equal_shares', partial: 'refused' } }],
  ['ballot_without_judges', `${bloc}.aggregation`, { [`${bloc}.kind`]: 'external', [`${bloc}.aggregation`]: { method: 'ranked_ballot', count: 'borda', partial: 'allowed' } }],
  ['quorum_above_panel', `${bloc}.panel.quorum`, { [`${bloc}.panel.quorum`]: 6 }],
  ['slots_without_experts', `${bloc}.anonymousSlots`, { [`${bloc}.kind`]: 'mass', [`${bloc}.anonymousSlots`]: { most: 2, counts: true } }],
  ['tie_break_missing', 'scoring.tieBreak', { 'scoring.tieBreak': [] }],
  ['tie_break_not_final', 'scoring.tieBreak', { 'scoring.tieBreak': [{ by: 'preference' }] }],
  ['unknown_score_stage', 'scoring.tieBreak.0', { 'scoring.tieBreak.0.stage': 'nowhere' }],
  ['unknown_bloc', 'scoring.tieBreak.2', { 'scoring.tieBreak.2.bloc': 'nobody' }],
  ['tie_criterion_in_ballot', 'scoring.tieBreak.2', { [`${bloc}.aggregation`]: { method: 'ranked_ballot', count: 'borda', partial: 'allowed' }, 'scoring.tieBreak.2.stage': 'written', 'scoring.tieBreak.2.bloc': 'experts' }],
  ['unknown_criterion', 'scoring.tieBreak.2', { 'scoring.tieBreak.2.criterion': 'charm' }],
  ['anchor_out_of_scale', `${criterion}.anchors`, { [`${criterion}.anchors.2.to`]: 10.5 }],
  ['anchors_overlap', `${criterion}.anchors`, { [`${criterion}.anchors.1.from`]: 5.5 }],
  ['step_does_not_divide', `${criterion}.step`, { [`${criterion}.step`]: 0.3 }],
  ['reason_bounds_missing', `${criterion}.reason`, { [`${criterion}.reason`]: { when: 'outside', minLength: 20 } }],
  ['unknown_preference', 'scoring.bonuses.0.preferences', { 'scoring.bonuses.0.preferences': ['charm'] }],
];

export const awardCases: readonly Case[] = [
  ['roadshow_protocol_missing', 'roadshow', { roadshow: null }],
  ['stage_not_roadshow', 'roadshow.stage', { 'roadshow.stage': 'written' }],
  ['warning_too_long', 'roadshow.warningSeconds', { 'roadshow.warningSeconds': 480 }],
  ['group_size_missing', 'roadshow.groups', { 'roadshow.groups': { by: 'size' } }],
  ['minimum_out_of_reach', 'allocation.minimumScore', { 'allocation.minimumScore': 106 }],
  ['marginal_minimum_missing', 'allocation.marginalMinimumFen', { 'allocation.marginalMinimumFen': null }],
  ['unknown_category', 'allocation.minimumShares', { 'allocation.minimumShares': [{ categories: ['sports'], atLeastPercent: 10 }] }],
  ['minimum_shares_exceed_whole', 'allocation.minimumShares', { 'allocation.minimumShares': [
    { categories: ['volunteers'], atLeastPercent: 60 }, { categories: ['fund-study'], atLeastPercent: 41 },
  ] }],
  ['tiers_not_contiguous', 'allocation.prizes.0', {
    'allocation.prizes': [{ key: 'gold', title: { zh: '金奖', en: 'Gold' }, fromRank: 2, toRank: 2 }],
  }],
  ['groups_missing', 'allocation.rankWithin', { 'allocation.rankWithin': 'group' }],
  ['contract_party_missing', 'contract.parties', { 'contract.parties.0.role': 'operator' }],
];

const fixed = (...fens: number[]) => Object.fromEntries(fens.map((fen, i) => [`tranches.tranches.${i}.fen`, fen]));

export const projectCases: readonly Case[] = [
  ['tranche_value_missing', 'tranches.tranches.0', { 'tranches.tranches.0.percent': undefined }],
  ['tranches_not_100', 'tranches.tranches', { 'tranches.tranches.0.percent': 50.01 }],
  ['tranches_not_award', 'tranches.tranches', {
    'tranches.by': 'fixed', 'money.amount': { kind: 'fixed', fen: 5_000_000 }, ...fixed(2_500_000, 2_000_000, 499_999),
  }],
  ['fixed_tranches_need_fixed_award', 'tranches.by', { 'tranches.by': 'fixed', ...fixed(1, 1, 1) }],
  ['at_actual_not_last', 'tranches.tranches.0.atActual', { 'tranches.tranches.0.atActual': true }],
  ['tranche_without_condition', 'tranches.tranches.0.conditions', { 'tranches.tranches.0.conditions': [] }],
  ['unknown_milestone', 'tranches.tranches.1.conditions.0', { 'tranches.tranches.1.conditions.0.milestone': 'party' }],
  ['unknown_evaluation', 'tranches.tranches.1.conditions.1', { 'tranches.tranches.1.conditions.1.evaluation': 'party' }],
  ['indicator_weights_off', 'evaluations.0.dimensions.0.indicators', { 'evaluations.0.dimensions.0.indicators.0.weight': 19 }],
  ['grades_not_falling', 'evaluations.1.grades', { 'evaluations.1.grades.0.from': 60 }],
  ['grades_not_falling', 'evaluations.1.grades', { 'evaluations.1.grades.2.from': 1 }],
  ['pass_mark_out_of_reach', 'evaluations.0.passMark', { 'evaluations.0.passMark': 106 }],
  ['bands_not_falling', 'evaluations.0.quantityBands', { 'evaluations.0.quantityBands.1.fromPercent': 100 }],
  ['change_bands_not_rising', 'changes.budgetBands', { 'changes.budgetBands.1.upToPercent': 5 }],
  ['change_bands_not_rising', 'changes.budgetBands', { 'changes.budgetBands.2.upToPercent': 90 }],
  ['debar_years_mismatch', 'sanctions.0.debarYears', { 'sanctions.0.debarYears': 3 }],
  ['debar_years_mismatch', 'sanctions.4.debarYears', { 'sanctions.4.debarYears': null }],
];

export const basisCases: readonly Case[] = [
  ['basis_missing', 'publicity', { basis: {} }],
  ['basis_missing', 'stages', { basis: { '': { kind: 'source', ref: 'S1' } } }],
  ['unknown_pointer', 'basis./stages/99', { basis: { '/stages/99': { kind: 'source', ref: 'S1' } } }],
  ['unknown_pointer', 'basis.', { basis: { '': { kind: 'source', ref: 'S1' } } }],
  ['unknown_source', 'basis./stages', { basis: { '/stages': { kind: 'source', ref: 'S999' } } }],
  ['unknown_source', 'basis./form', { basis: { '/form': { kind: 'assumption', why: { zh: '无', en: 'None' }, after: 'S999' } } }],
  ['quote_without_address', 'basis./stages', {
    basis: { '/stages': { kind: 'source', ref: 'S1', quote: '原文' } },
    'sources.0': { key: 'S1', title: { zh: '甲', en: 'A' }, url: null },
  }],
];
