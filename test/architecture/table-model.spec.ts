import { columnsInOrder, moved, sortedBy, type Column } from '../../web/src/ui/data-table/table-model.js';

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

  it('keeps in sight what stands first, and nothing that was moved behind what scrolls', () => {
    const column = (key: string, pinned?: 'left' | 'right'): Column<object> => ({ key, title: key, render: () => null, ...(pinned ? { pinned } : {}) });
    const columns = [column('number', 'left'), column('name', 'left'), column('sum'), column('acts', 'right')];
    const pins = (shown: string[]) => columnsInOrder(columns, shown).map(({ key, pinned }) => [key, pinned]);
    expect(pins(['number', 'name', 'sum', 'acts'])).toEqual([['number', 'left'], ['name', 'left'], ['sum', undefined], ['acts', 'right']]);
    expect(pins(['number', 'sum', 'name', 'gone'])).toEqual([['number', 'left'], ['sum', undefined], ['name', undefined]]);
    expect(pins(['name'])).toEqual([['name', 'left']]);
  });
});
