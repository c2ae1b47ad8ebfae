import { checkOrder, entriesOfOrder, placeIn } from './ballot-sheet.js';

describe('a ranked ballot', () => {
  const codes = (...given: Parameters<typeof checkOrder>) => checkOrder(...given).map(({ code }) => code);

  it('must be whole where the rulebook wants all ranked, and may leave some out where it does not', () => {
    expect(codes(['a'], ['a', 'b'], 'refused', 'submit')).toEqual(['ballot_incomplete']);
    expect(codes(['a', 'b'], ['a', 'b'], 'refused', 'submit')).toEqual([]);
    expect(codes(['a'], ['a', 'b'], 'allowed', 'submit')).toEqual([]);
    expect(codes(['a'], ['a', 'b'], 'refused', 'draft')).toEqual([]);
    expect(codes([], ['a', 'b'], 'allowed', 'submit')).toEqual(['ballot_empty']);
  });

  it('names nobody twice, and nobody who is not on it', () => {
    expect(codes(['a', 'a', 'c'], ['a', 'b'], 'allowed', 'draft')).toEqual(['ranked_twice', 'not_on_ballot']);
  });

  it('says of whoever is left out that she has no place, once it is handed in', () => {
    expect(entriesOfOrder(['b', 'a'], 'a', 'draft')).toEqual({ place: { points: '2' } });
    expect(entriesOfOrder(['b', 'a'], 'c', 'draft')).toEqual({});
    expect(entriesOfOrder(['b', 'a'], 'c', 'submit')).toEqual({ place: { points: 'n/a' } });
    expect([placeIn({ place: { points: '2' } }), placeIn({ place: { points: 'n/a' } }), placeIn({})]).toEqual([2, null, null]);
  });
});
