import { moved, sortedBy } from '../../web/src/ui/data-table/table-model.js';

describe('the order of a table', () => {
  it.each([
    [undefined, 'a', false, 'a'], ['a', 'a', false, '-a'], ['-a', 'a', false, undefined],
    ['a,-b', 'c', false, 'c'], ['a,-b', 'b', false, undefined], ['a,b', 'b', false, '-b'],
  ])('%s becomes by the head of %s alone', (before, key, added, after) => {
    expect(sortedBy(before, key, added)).toBe(after);
  });

  it.each([
    [undefined, 'a', 'a'], ['a', 'b', 'a,b'], ['a,b', 'b', 'a,-b'], ['a,-b', 'b', 'a'], ['a,b', 'a', '-a,b'], ['-a,b', 'a', 'b'], ['a,b', 'c', 'a,b,c'], ['a,b,c', 'd', 'a,b,d'],
  ])('%s, added to by the head of %s, is %s', (before, key, after) => {
    expect(sortedBy(before, key, true)).toBe(after);
  });

  it('moves a column by one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
    expect(moved(['a'], 'z', 1)).toEqual(['a']);
  });
});
