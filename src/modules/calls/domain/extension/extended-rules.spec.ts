import { readProgramme } from '../../programmes/published-programmes.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { validateRulebook } from '../rulebook/validate-rulebook.js';
import { extendedRules } from './extended-rules.js';

const book = readProgramme('yangzhou-2021') as Rulebook;
const windowOf = ({ stages }: Rulebook) => stages.find(({ kind }) => kind === 'application')!;
const after = ({ stages }: Rulebook) => stages.slice(stages.findIndex(({ kind }) => kind === 'application') + 1);
const now = new Date(Date.parse(book.deadline.at) - 86_400_000);
const closesAt = new Date(Date.parse(book.deadline.at) + 10 * 86_400_000);

describe('rules with a later deadline', () => {
  it('end the application stage at the deadline and leave every other date when the later stages are to stay', () => {
    const extended = extendedRules(book, { closesAt, movesLater: false }, now);
    expect([Date.parse(extended.deadline.at), Date.parse(windowOf(extended).closesAt!)]).toEqual([closesAt.getTime(), closesAt.getTime()]);
    expect(after(extended)).toEqual(after(book));
    expect(windowOf(extended).opensAt).toBe(windowOf(book).opensAt);
  });

  it('move the later stages by as many days, their times of the day unchanged', () => {
    const extended = extendedRules(book, { closesAt, movesLater: true }, now);
    const dated = after(book).map(({ opensAt }, at) => [opensAt, after(extended)[at]!.opensAt] as const).filter(([before]) => before !== null);
    expect(dated.length).toBeGreaterThan(3);
    for (const [before, moved] of dated) {
      expect(Date.parse(moved!) - Date.parse(before!)).toBe(10 * 86_400_000);
      expect(moved!.slice(10)).toBe(before!.slice(10));
    }
    expect(validateRulebook(extended).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('write the deadline by the clock of Beijing', () => {
    expect(extendedRules(book, { closesAt: new Date('2021-09-30T09:00:00Z'), movesLater: false }, now).deadline.at).toBe('2021-09-30T17:00:00+08:00');
  });

  it('end a board that can still be applied to later by as much, and leave one that has ended', () => {
    const hour = 3_600_000;
    const ending = (at: Date) => ({ ...book, boards: [{ key: 'one', title: book.title, categories: [], poolFen: 0, awards: null, closesAt: at.toISOString() }] }) as unknown as Rulebook;
    const soon = new Date(now.getTime() + hour);
    expect(extendedRules(ending(soon), { closesAt, movesLater: false }, now).boards![0]!.closesAt).toBe(new Date(soon.getTime() + 10 * 24 * hour + 8 * hour).toISOString().slice(0, 19) + '+08:00');
    const past = new Date(now.getTime() - hour);
    expect(extendedRules(ending(past), { closesAt, movesLater: false }, now).boards![0]!.closesAt).toBe(past.toISOString());
  });
});
