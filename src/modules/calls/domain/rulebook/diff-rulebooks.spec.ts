import * as fc from 'fast-check';
import { readProgramme } from '../../programmes/published-programmes.js';
import { diffRulebooks } from './diff-rulebooks.js';
import type { Rulebook } from './rulebook.js';

function yangzhou(): Rulebook {
  return readProgramme('yangzhou-2021') as Rulebook;
}

describe('diffRulebooks', () => {
  it('finds nothing between equal rulebooks', () => {
    expect(diffRulebooks(yangzhou(), yangzhou())).toEqual([]);
  });

  it('names what changed by its key, before and after', () => {
    const next = yangzhou();
    next.deadline.at = '2021-09-27T17:00:00+08:00';
    for (const category of next.categories) if (category.key === 'volunteers') category.seats = 2;
    expect(diffRulebooks(yangzhou(), next)).toEqual([
      { path: 'deadline.at', change: 'changed', before: '2021-09-24T17:00:00+08:00', after: '2021-09-27T17:00:00+08:00' },
      { path: 'categories.volunteers.seats', change: 'changed', before: null, after: 2 },
    ]);
  });

  it('tells an added, a removed and a moved item apart', () => {
    const next = yangzhou();
    const [first, second, third, fourth] = next.categories;
    if (!first || !second || !third || !fourth) throw new Error('four categories expected');
    const fresh = { ...fourth, key: 'sports' };
    next.categories = [second, first, third, fresh];
    expect(diffRulebooks(yangzhou(), next)).toEqual([
      { path: 'categories.fund-study', change: 'removed', before: fourth },
      { path: 'categories.sports', change: 'added', after: fresh },
      {
        path: 'categories', change: 'reordered', before: ['child-protection', 'child-safety', 'volunteers'],
        after: ['child-safety', 'child-protection', 'volunteers'],
      },
    ]);
  });

  it('compares lists without keys by position', () => {
    const next = yangzhou();
    next.budget.rules = next.budget.rules.slice(0, -1);
    const changes = diffRulebooks(yangzhou(), next);
    expect(changes).toMatchObject([{ path: `budget.rules.${next.budget.rules.length}`, change: 'removed' }]);
  });

  it('is empty exactly for equal documents', () => {
    fc.assert(fc.property(fc.object({ maxDepth: 3, values: [fc.string(), fc.integer(), fc.boolean()] }), (value) => {
      fc.pre(!('extra' in value));
      expect(diffRulebooks(value, structuredClone(value))).toEqual([]);
      expect(diffRulebooks(value, { ...value, extra: 'x' })).toEqual([{ path: 'extra', change: 'added', after: 'x' }]);
    }));
  });
});
