import type { Case } from './spoilt-rulebooks.fixture.js';

/** Two boards over the four categories and the pool of 500,000 yuan of a sound rulebook without boards. */
export const TWO_BOARDS = [
  { key: 'children', title: { zh: '儿童板块', en: 'Children' }, owner: { zh: '市妇联', en: 'The federation' }, categories: ['child-protection', 'child-safety'], poolFen: 30_000_000, awards: 6 },
  { key: 'women', title: { zh: '妇女板块', en: 'Women' }, categories: ['volunteers', 'fund-study'], poolFen: 20_000_000, awards: 4, closesAt: '2021-09-20T17:00:00+08:00' },
] as const;

const changed = (at: number, changes: object): object[] => TWO_BOARDS.map((board, index) => (index === at ? { ...board, ...changes } : board));

export const boardCases: readonly Case[] = [
  ['too_few', 'boards', { boards: [TWO_BOARDS[0]] }],
  ['key_repeated', 'boards.1', { boards: changed(1, { key: 'children' }) }],
  ['unknown_board', 'form.sections.3.boards', { 'form.sections.3.boards': ['children'] }],
  ['unknown_board', 'budget.rules.0.boards', { boards: TWO_BOARDS, 'budget.rules.0.boards': ['sports'] }],
  ['unknown_board', 'scoring.stages.0.blocs.0.boards', { boards: TWO_BOARDS, 'scoring.stages.0.blocs.0.boards': ['sports', 'women', 'children'] }],
  ['unknown_category', 'boards.0.categories', { boards: changed(0, { categories: ['child-protection', 'child-safety', 'sports'] }) }],
  ['category_in_no_board', 'categories.1', { boards: changed(0, { categories: ['child-protection'] }) }],
  ['category_in_two_boards', 'boards.1.categories', { boards: changed(1, { categories: ['volunteers', 'fund-study', 'child-safety'] }) }],
  ['boards_pool_differs', 'boards', { boards: changed(1, { poolFen: 19_999_999 }) }],
  ['boards_awards_differ', 'boards', { boards: changed(1, { awards: 3 }) }],
  ['shares_with_boards', 'allocation.minimumShares', { boards: TWO_BOARDS, 'allocation.minimumShares': [{ categories: ['volunteers'], atLeastPercent: 10 }] }],
  ['board_closes_late', 'boards.1.closesAt', { boards: changed(1, { closesAt: '2021-09-24T17:00:01+08:00' }) }],
  ['board_closes_early', 'boards.1.closesAt', { boards: changed(1, { closesAt: '2021-09-01T09:00:00+08:00' }) }],
  ['award_exceeds_pool', 'boards.1.poolFen', { boards: changed(1, { poolFen: 4_000_000 }) }],
  ['pool_too_small', 'boards.1.poolFen', { boards: changed(1, { awards: 7 }) }],
  ['seats_exceed_awards', 'boards.1.categories', { boards: TWO_BOARDS, 'categories.2.seats': 5 }],
  ['category_question_in_board', 'form.sections.1.boards', { boards: TWO_BOARDS, 'form.sections.1.boards': ['women'] }],
  ['category_question_missing', 'form', { boards: TWO_BOARDS, 'form.sections.1.boards': ['women'] }],
  ['budget_question_not_single', 'form', { boards: TWO_BOARDS, 'form.sections.4.boards': ['women'] }],
  ['weights_not_100', 'scoring.stages.0.blocs', { boards: TWO_BOARDS, 'scoring.stages.0.blocs.0.boards': ['women'] }],
];
