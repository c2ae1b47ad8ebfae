import { readProgramme } from '../../programmes/published-programmes.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { validateRulebook } from '../rulebook/validate-rulebook.js';
import { extendedRules } from './extended-rules.js';

const book = readProgramme('yangzhou-2021') as Rulebook;
const windowOf = ({ stages }: Rulebook) => stages.find(({ kind }) => kind === 'application')!;
const after = ({ stages }: Rulebook) => stages.slice(stages.findIndex(({ kind }) => kind === 'application') + 1);
const closesAt = new Date(Date.parse(book.deadline.at) + 10 * 86_400_000);

describe('rules with a later deadline', () => {
  it('end the application stage at the deadline and leave every other date when the later stages are to stay', () => {
    const extended = extendedRules(book, { closesAt, movesLater: false });
    expect([Date.parse(extended.deadline.at), Date.parse(windowOf(extended).closesAt!)]).toEqual([closesAt.getTime(), closesAt.getTime()]);
    expect(after(extended)).toEqual(after(book));
    expect(windowOf(extended).opensAt).toBe(windowOf(book).opensAt);
  });

  it('move the later stages by as many days, their times of the day unchanged', () => {
    const extended = extendedRules(book, { closesAt, movesLater: true });
    const dated = after(book).map(({ opensAt }, at) => [opensAt, after(extended)[at]!.opensAt] as const).filter(([before]) => before !== null);
    expect(dated.length).toBeGreaterThan(3);
    for (const [before, moved] of dated) {
      expect(Date.parse(moved!) - Date.parse(before!)).toBe(10 * 86_400_000);
      expect(moved!.slice(10)).toBe(before!.slice(10));
    }
    expect(validateRulebook(extended).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('write the deadline by the clock of Beijing', () => {
    expect(extendedRules(book, { closesAt: new Date('2021-09-30T09:00:00Z'), movesLater: false }).deadline.at).toBe('2021-09-30T17:00:00+08:00');
  });
});
