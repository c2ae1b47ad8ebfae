import * as fc from 'fast-check';
import { tell } from '#libs/errors';
import { readProgramme } from '../../programmes/published-programmes.js';
import { checkShape } from './checks/check-shape.js';
import { problemCatalogue } from './checks/problem-catalogue.js';
import { awardCases, basisCases, projectCases, scoringCases } from './checks/spoilt-judging.fixture.js';
import {
  applicantCases, budgetCases, formCases, shapeCases, stageAndMoneyCases,
} from './checks/spoilt-rulebooks.fixture.js';
import { boardCases } from './checks/spoilt-boards.fixture.js';
import type { Spoiling } from './checks/spoilt-rulebooks.fixture.js';
import { validateRulebook } from './validate-rulebook.js';

const cases = [
  ...shapeCases, ...stageAndMoneyCases, ...applicantCases, ...formCases, ...budgetCases, ...scoringCases, ...awardCases,
  ...projectCases, ...basisCases, ...boardCases,
];

type Node = Record<string, unknown>;

function put(root: Node, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const node = names.reduce<Node>((at, name) => at[name] as Node, root);
  if (value === undefined) delete node[last];
  else node[last] = value;
}

function spoilt(spoiling: Spoiling): Node {
  const book = readProgramme('yangzhou-2021') as Node;
  for (const [path, value] of Object.entries(spoiling)) put(book, path, value);
  return book;
}

function placesOf(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  const inside = Object.entries(node).flatMap(([name, item]) => placesOf(item, path === '' ? name : `${path}.${name}`));
  return path === '' ? inside : [path, ...inside];
}

describe('validateRulebook', () => {
  it.each(cases)('reports %s at “%s”', (code, path, spoiling) => {
    const { problems, rulebook } = validateRulebook(spoilt(spoiling));
    expect(problems.map((problem) => `${problem.code} at ${problem.path}`)).toContain(`${code} at ${path}`);
    const refused = problems.some((problem) => problem.severity === 'error');
    expect(rulebook === null).toBe(refused);
  });

  it.each(cases)('tells %s at “%s” in both languages with every fact in its place', (code, path, spoiling) => {
    for (const problem of validateRulebook(spoilt(spoiling)).problems) {
      expect(tell(problem.sentence, problem.facts ?? {}, 'zh')).not.toMatch(/[{}]/);
      expect(tell(problem.sentence, problem.facts ?? {}, 'en')).not.toMatch(/[{}]|undefined/);
    }
  });

  it('has a case for every code of the catalogue', () => {
    const shown = new Set(cases.map(([code]) => code));
    expect(Object.keys(problemCatalogue).filter((code) => !shown.has(code as never))).toEqual([]);
  });

  it('speaks of money in yuan', () => {
    expect(Object.entries(problemCatalogue).filter(([, [, { zh, en }]]) => /Fen\}|\bfen\b/.test(zh + en))).toEqual([]);
  });

  it('returns the rulebook when only warnings remain', () => {
    const { problems, rulebook } = validateRulebook(spoilt({ 'money.poolFen': 60_000_000 }));
    expect(problems).toMatchObject([{ code: 'pool_not_used_up', severity: 'warning', facts: { leftFen: 10_000_000, left: '¥100,000.00' } }]);
    expect(rulebook?.code).toBe('yangzhou-2021');
  });

  it('asks an authored rulebook for no basis', () => {
    expect(validateRulebook(spoilt({ origin: 'authored', basis: {} })).problems).toEqual([]);
  });

  it('accepts a basis given leaf by leaf instead of at the parameter', () => {
    const book = spoilt({});
    const basis = { ...(book.basis as Node) };
    delete basis['/matching'];
    const why = { zh: '无', en: 'None' };
    for (const name of Object.keys(book.matching as Node)) basis[`/matching/${name}`] = { kind: 'assumption', why };
    expect(validateRulebook({ ...book, basis }).problems).toEqual([]);
  });

  it('never throws, whatever stands in a place, and calls a rulebook sound only if the schema does', () => {
    const places = placesOf(readProgramme('yangzhou-2021'));
    fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
      const book = spoilt({ [path]: value });
      expect(validateRulebook(book).rulebook === null || checkShape(book).length === 0).toBe(true);
    }), { numRuns: 300 });
  });

  it.each([null, 7, 'text', [], {}])('refuses %j without throwing', (json) => {
    const { problems, rulebook } = validateRulebook(json);
    expect(rulebook).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});
