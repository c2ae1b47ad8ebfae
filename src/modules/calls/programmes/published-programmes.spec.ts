import { parameters } from '../domain/rulebook/parameters.js';
import { rulebookHash } from '../domain/rulebook/rulebook-hash.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { validateRulebook } from '../domain/rulebook/validate-rulebook.js';
import { publishedProgrammes, readProgramme } from './published-programmes.js';

function book(code: string): Rulebook {
  return readProgramme(code) as Rulebook;
}

describe.each(publishedProgrammes)('%s', (code) => {
  it('validates without a problem', () => {
    expect(validateRulebook(readProgramme(code)).problems).toEqual([]);
  });

  it('is named by its own code and read afresh each time', () => {
    expect(book(code).code).toBe(code);
    expect(readProgramme(code)).not.toBe(readProgramme(code));
    expect(rulebookHash(readProgramme(code))).toBe(rulebookHash(readProgramme(code)));
  });

  it('lists exactly the sources that it cites or borrows from, and says what it assumes', () => {
    const { basis, budget, sources } = book(code);
    const cited = Object.values(basis).map((entry) => (entry.kind === 'source' ? entry.ref : entry.after));
    const used = new Set([...cited, ...budget.rules.map((rule) => rule.source)]);
    expect(sources.map((source) => source.key).filter((key) => !used.has(key))).toEqual([]);
    expect(Object.values(basis).some((entry) => entry.kind === 'source')).toBe(true);
    expect(Object.values(basis).some((entry) => entry.kind === 'assumption')).toBe(true);
  });
});

describe('what the notices state', () => {
  it('gives Wenjiang one slot of 30,000 yuan and four days to apply', () => {
    const wenjiang = book('wenjiang-2025-supplementary');
    expect(wenjiang.money).toMatchObject({ poolFen: 3_000_000, awards: 1, amount: { kind: 'fixed', fen: 3_000_000 } });
    expect(wenjiang.stages[0]).toMatchObject({ opensAt: '2025-04-08T09:00:00+08:00', closesAt: '2025-04-11T18:00:00+08:00' });
    expect(wenjiang.supplementTo).toBe('wenjiang-2025');
  });

  it('makes Hubei’s federations and social organisations apply together, re-grant 40 % and raise 10 %', () => {
    const hubei = book('hubei-mulan-2024');
    expect(hubei.applicants.joint.mode).toBe('required');
    expect(hubei.budget.rules.slice(0, 2)).toMatchObject([{ id: 'B17', atLeast: 40 }, { id: 'B18', atLeast: 10 }]);
    expect(hubei.matching).toMatchObject({ mode: 'required', minPercentOfTotal: 10, forms: ['raised'] });
  });

  it('keeps four seats of 100,000 yuan in each of Wuhu’s six categories', () => {
    const wuhu = book('wuhu-2019');
    expect(wuhu.categories.map((category) => category.seats)).toEqual([4, 4, 4, 4, 4, 4]);
    expect(wuhu.money).toMatchObject({ poolFen: 240_000_000, awards: 24, amount: { fen: 10_000_000 } });
  });

  it('publishes Yangzhou’s ten projects on 11 November 2021', () => {
    const yangzhou = book('yangzhou-2021');
    expect(yangzhou.money.awards).toBe(10);
    expect(yangzhou.categories).toHaveLength(4);
    expect(yangzhou.stages.find((stage) => stage.kind === 'publicity')?.opensAt).toBe('2021-11-11T09:00:00+08:00');
    expect(yangzhou.incubation?.months).toBe(12);
  });
});

it('knows nineteen parameters and refuses an unknown programme', () => {
  expect(parameters.map((parameter) => parameter.id)).toEqual(Array.from({ length: 19 }, (_, index) => `C${index + 1}`));
  expect(() => readProgramme('../secrets')).toThrow('programme_unknown');
});
