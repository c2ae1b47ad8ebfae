import { Conditions } from './conditions.js';

describe('conditions of a statement written out', () => {
  it('numbers the values in the order in which they come, and one that is named twice once', () => {
    const where = new Conditions().andWhere('a.call_id = :call', { call: 'c' }).andWhere('(a.at, a.id) > (:value, :id) or a.at = :value', { value: 1, id: 'i' });
    expect(where.text).toBe('(a.call_id = $1) and ((a.at, a.id) > ($2, $3) or a.at = $2)');
    expect(where.values).toEqual(['c', 1, 'i']);
  });

  it('keeps the values of one condition apart from those of another with the same name, and casts as they are', () => {
    const where = new Conditions().andWhere('a.id = any(:ids::uuid[])', { ids: ['x'] }).andWhere('a.day = :ids::date', { ids: 'd' });
    expect(where.text).toBe('(a.id = any($1::uuid[])) and (a.day = $2::date)');
    expect(where.values).toEqual([['x'], 'd']);
  });

  it('is true where nothing is asked', () => {
    expect(new Conditions().text).toBe('true');
  });
});
