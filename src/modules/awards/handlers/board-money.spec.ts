import { fen } from '#libs/money';
import { readProgramme, type Rulebook } from '#modules/calls';
import { readRule } from '../domain/read-rule.js';
import { boardMoney } from './allocation.view.js';

const single = readProgramme('yangzhou-2021') as unknown as Rulebook;
const [one, two, ...rest] = single.categories.map(({ key }) => key) as [string, string, ...string[]];
const boards: NonNullable<Rulebook['boards']> = [
  { key: 'women', title: { zh: '妇女板块', en: 'Women' }, categories: [one], poolFen: fen(20_000_000), awards: 4 },
  { key: 'children', title: { zh: '儿童板块', en: 'Children' }, categories: [two, ...rest], poolFen: fen(10_000_000), awards: 3 },
];
const rulebook: Rulebook = { ...single, boards };

describe('the money of boards', () => {
  it('is left of each board’s own, whatever the others have given', () => {
    const given = [{ category: one, amountFen: 3_000_000 }, { category: one, amountFen: 2_000_000 }, { category: two, amountFen: 4_000_000 }];
    expect(boardMoney(readRule(rulebook), { rulebook }, given)).toMatchObject([
      { key: 'women', poolFen: fen(20_000_000), grantedFen: 5_000_000, leftFen: 15_000_000, awards: 2, maxAwards: 4 },
      { key: 'children', poolFen: fen(10_000_000), grantedFen: 4_000_000, leftFen: 6_000_000, awards: 1, maxAwards: 3 },
    ]);
  });

  it('is nobody’s where there are no boards', () => {
    expect(boardMoney(readRule(single), { rulebook: single }, [{ category: one, amountFen: 1 }])).toEqual([]);
  });
});
