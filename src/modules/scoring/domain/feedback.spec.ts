import fc from 'fast-check';
import { aStage, aTree, anApplication, sheets } from '../../../../test/support/scoring/a-score-tree.js';
import { feedbackOf, LEAST_JUDGES, smallestPanel } from './feedback.js';

const tree = aTree([aStage('s', '100')]);
const field = (own: (string | null)[]) => ({ applications: [anApplication('mine', sheets('s', 'panel', own)), ...[50, 60, 70, 80, 90].map((score, at) => anApplication(`A${at}`, sheets('s', 'panel', [score, score, score].map(String))))] });

describe('feedback for an applicant', () => {
  it('is the mean of the panel and the middle half of the field, criterion by criterion', () => {
    expect(feedbackOf(tree, field(['90', '92', '94']), 'mine')).toEqual([{ stageId: 's', blocId: 'panel', criterionId: 'overall', own: 92, band: { from: 63, middle: 75, to: 88 }, standing: 'above' }]);
    expect(feedbackOf(tree, field(['50', '50', '53']), 'mine')).toMatchObject([{ own: 51, standing: 'below' }]);
  });

  it('never tells what a single judge gave: fewer than three are told of in no figure', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 0, maxLength: LEAST_JUDGES - 1 }), (scores) => {
      const told = feedbackOf(tree, field([...scores.map(String), null]), 'mine');
      expect(told).toMatchObject([{ own: null, standing: null }]);
    }));
    expect(smallestPanel(tree, field(['1', '2', null]), 'mine')).toBe(2);
  });

  it('shows no band in a small field, where it would tell on the others', () => {
    const few = { applications: field(['90', '92', '94']).applications.slice(0, 4) };
    expect(feedbackOf(tree, few, 'mine')).toMatchObject([{ own: 92, band: null, standing: null }]);
  });
});
