import { agreedOn, checkPlaces, isSameSaid, orderOf, PaperEntry, tidySaid } from './paper-sheet.js';

const said = (points: string, reason = '') => ({ entries: { need: { points, ...(reason ? { reason } : {}) } }, comment: '', confidence: null });
const entry = (enteredBy: string, points: string, minute: number, baseVersion = 0) =>
  Object.assign(new PaperEntry(), { code: 'K7QF-2M9P', enteredBy, baseVersion, said: said(points), byFile: false, scanId: 'scan', enteredAt: new Date(Date.UTC(2026, 2, 2, 1, minute)) });

describe('two people who read one sheet', () => {
  it('agree only on the same, each for herself, and on the same version', () => {
    expect(agreedOn([entry('a', '8', 1)], 0)).toBeNull();
    expect(agreedOn([entry('a', '8', 1), entry('b', '9', 2)], 0)).toBeNull();
    expect(agreedOn([entry('b', '8', 2), entry('a', '8', 1)], 0)).toMatchObject({ first: { enteredBy: 'a' }, second: { enteredBy: 'b' } });
    expect(agreedOn([entry('a', '8', 1, 0), entry('b', '8', 2, 3)], 3)).toBeNull();
  });

  it('do not differ by blanks', () => {
    expect(tidySaid({ entries: { need: { points: '8', reason: ' 贴合需求 ' }, plan: { points: null, reason: ' ' } }, comment: ' 好 ', confidence: null }))
      .toEqual({ entries: { need: { points: '8', reason: '贴合需求' } }, comment: '好', confidence: null });
  });
});

describe('signs of another width', () => {
  it('make no difference between two readers', () => {
    expect(isSameSaid(said('8', '贴合需求，可行'), said('8', '贴合需求,可行'))).toBe(true);
    expect(isSameSaid(said('8', '贴合需求'), said('8', '不贴合需求'))).toBe(false);
  });
});

describe('places on a paper ballot', () => {
  it('make an order, with none twice and none left out', () => {
    expect(orderOf({ a: { points: '2' }, b: { points: '1' }, c: { points: null } })).toEqual(['b', 'a']);
    expect(checkPlaces({ a: { points: '2' }, b: { points: '1' } })).toEqual([]);
    expect(checkPlaces({ a: { points: '1' }, b: { points: '1' } })).toMatchObject([{ code: 'places_off' }]);
    expect(checkPlaces({ a: { points: '1' }, b: { points: '3' } })).toMatchObject([{ code: 'places_off', path: 'b' }]);
  });
});
