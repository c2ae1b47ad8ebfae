import { aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { openTies, withOrders } from './open-ties.js';
import { rankApplications } from './rank-applications.js';
import type { ScoredApplication } from './sheets.js';
import type { TieBreakStep } from './tree.js';

const at = (id: string, score: string, changes: Partial<ScoredApplication> = {}) => anApplication(id, sheets('s', 'panel', [score]), changes);
const tree = (...tieBreak: TieBreakStep[]) => aTree([aStage('s', '100')], { tieBreak });
const PREFERENCE: TieBreakStep = { by: 'preference-points' };

describe('equals that wait for a lot or the committee', () => {
  it('are those whom every step before has left equal, with the steps that did not part them', () => {
    const round = { applications: [at('A', '80'), at('B', '80'), at('C', '80', { preferencePoints: '1' }), at('D', '70')] };
    const [tie, ...others] = openTies(tree(PREFERENCE, { by: 'lot' }, { by: 'committee' }), round);
    expect(others).toEqual([]);
    expect(tie).toMatchObject({ way: 'lot', value: '80.00', applicationIds: ['A', 'B'], steps: [{ step: PREFERENCE, outcome: 'parted' }] });
  });

  it('are none where an earlier step parts everybody, or where the chain names neither', () => {
    expect(openTies(tree(PREFERENCE, { by: 'lot' }), { applications: [at('A', '80', { preferencePoints: '1' }), at('B', '80')] })).toEqual([]);
    expect(openTies(tree(PREFERENCE), { applications: [at('A', '80'), at('B', '80')] })).toEqual([]);
  });

  it('stand in the order that was made for exactly them, and in none made for others', () => {
    const rules = tree({ by: 'committee' });
    const round = { applications: [at('A', '80'), at('B', '80'), at('C', '70'), at('D', '70')] };
    const ranks = (orders: Parameters<typeof withOrders>[2]) => rankApplications(rules, withOrders(rules, round, orders).scores).results.map((each) => `${each.applicationId}${each.rank}`);
    expect(ranks([{ way: 'committee', order: ['B', 'A'] }])).toEqual(['B1', 'A2', 'C3', 'D3']);
    expect(ranks([{ way: 'committee', order: ['C', 'B', 'A'] }])).toEqual(['A1', 'B1', 'C3', 'D3']);
    expect(ranks([{ way: 'lot', order: ['B', 'A'] }])).toEqual(['A1', 'B1', 'C3', 'D3']);
    expect(withOrders(rules, round, [{ way: 'committee', order: ['B', 'A'] }]).unsettled.map(({ applicationIds }) => applicationIds)).toEqual([['C', 'D']]);
  });

  it('take no number with them that was not drawn', () => {
    const rules = tree({ by: 'lot' });
    const { scores } = withOrders(rules, { applications: [at('A', '80', { lot: 1 }), at('B', '80', { lot: 2 })] }, [{ way: 'lot', order: ['B', 'A'] }]);
    expect(scores.applications.map(({ lot }) => lot)).toEqual([2, 1]);
  });
});
