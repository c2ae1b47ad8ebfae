import { entryOf, readPoints, standingOf, type Entries } from '../../web/src/features/scoring/sheet/sheet-model.js';
import type { RulebookCriterion } from '../../web/src/api/index.js';

const criterion = { key: 'need', title: { zh: '需求', en: 'Need' }, max: 20, step: 0.5, weight: 100, anchors: [], reason: { when: 'never', minLength: 0 } } as unknown as RulebookCriterion;

/** What one keystroke after the other leaves in a cell of the table. */
function typed(...texts: string[]): Entries {
  return texts.reduce<Entries>((entries, text) => ({ ...entries, need: { ...entryOf(entries, 'need'), points: readPoints(text, criterion) } }), {});
}

describe('points that are typed into the table', () => {
  it.each([['8', '8'], ['08', '8'], ['19.5', '19.5'], ['20', '20'], ['0', '0']])('take %s as %s', (text, points) => {
    expect(readPoints(text, criterion)).toBe(points);
  });

  it.each(['', '85', '20.5', '7.3', '8.', '-1', 'abc', '1e1'])('take %j as no score', (text) => {
    expect(readPoints(text, criterion)).toBeNull();
  });

  it('leave nothing to hand in while a cell holds no score, though an earlier keystroke was one', () => {
    expect(standingOf([criterion], typed('8'))).toMatchObject({ open: 0, total: '40.00' });
    expect(standingOf([criterion], typed('8', '85'))).toMatchObject({ open: 1, total: null });
  });
});
