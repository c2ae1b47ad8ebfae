import fc from 'fast-check';
import { languageOf, pairKey, propose, type PlanInput } from './propose.js';

const expert = (seatId: string, changes: Partial<PlanInput['experts'][number]> = {}) => ({ seatId, topics: [], languages: ['zh'], territoryCode: null, most: null, out: null, ...changes });
const application = (id: string, changes: Partial<PlanInput['applications'][number]> = {}) => ({ id, projectName: '项目', categoryTitle: '类别', territoryCode: '321003', language: 'zh', ...changes });
const plan = (changes: Partial<PlanInput>): PlanInput => ({ settings: { perApplication: 1, most: null, region: 'any' }, experts: [], applications: [], forbidden: new Map(), fixed: new Map(), wishes: new Map(), ...changes });
const chosen = (input: PlanInput) => propose(input).rows.map(({ choices }) => choices.map(({ seatId }) => seatId));

describe('a proposed assignment', () => {
  it('prefers whoever knows the field of the application, then the words of its name', () => {
    const experts = [expert('a', { topics: ['家庭教育'] }), expert('b', { topics: ['助老'] }), expert('c', { topics: ['反家暴'] })];
    const input = plan({ experts, applications: [application('1', { categoryTitle: '助老服务' }), application('2', { projectName: '反家暴在行动' }), application('3', { categoryTitle: '家庭教育' })] });
    expect(chosen(input)).toEqual([['b'], ['c'], ['a']]);
    expect(propose(input).rows.map(({ choices }) => choices[0]!.merits)).toEqual([['topic'], ['project'], ['topic']]);
  });

  it('listens to wishes among equals', () => {
    const input = plan({ experts: [expert('a'), expert('b')], applications: [application('1'), application('2')], wishes: new Map([[pairKey('b', '1'), 'eager'], [pairKey('b', '2'), 'reluctant']]) });
    expect(chosen(input)).toEqual([['b'], ['a']]);
    expect(propose(input).rows[0]!.choices[0]!.merits).toContain('eager');
  });

  it.each<[string, Partial<PlanInput>, object]>([
    ['a conflict', { forbidden: new Map([[pairKey('a', '1'), 'conflict']]) }, { conflict: 1 }],
    ['another language', { applications: [application('1', { language: 'en' })] }, { language: 1 }],
    ['her own district', { settings: { perApplication: 1, most: null, region: 'elsewhere' }, experts: [expert('a', { territoryCode: '321003' })] }, { region: 1 }],
    ['an occupation that the money route bars', { experts: [expert('a', { out: 'barred' })] }, { barred: 1 }],
    ['an absence', { experts: [expert('a', { out: 'away' })] }, { away: 1 }],
    ['her own limit', { experts: [expert('a', { most: 1 })], applications: [application('0'), application('1')] }, { full: 1 }],
  ])('says that nobody is left because of %s', (_, changes, obstacles) => {
    const { rows } = propose(plan({ experts: [expert('a')], applications: [application('1')], ...changes }));
    expect(rows.at(-1)!.shortage).toEqual({ missing: 1, obstacles });
  });

  it('keeps what an officer fixed or a judge began, unless a conflict has come to light', () => {
    const fixed = new Map([[pairKey('b', '1'), 'must'], [pairKey('b', '2'), 'begun']] as const);
    const base = plan({ experts: [expert('a', { topics: ['类别'] }), expert('b')], applications: [application('1'), application('2')], fixed });
    expect(chosen(base)).toEqual([['b'], ['b']]);
    expect(chosen({ ...base, forbidden: new Map([[pairKey('b', '1'), 'conflict']]) })).toEqual([['a'], ['b']]);
  });

  it('never crosses a conflict and never spreads the work unevenly, in any round', () => {
    const rounds = fc.record({ experts: fc.integer({ min: 3, max: 8 }), applications: fc.integer({ min: 1, max: 15 }), bans: fc.array(fc.tuple(fc.nat(7), fc.nat(14)), { maxLength: 10 }) });
    fc.assert(fc.property(rounds, ({ experts, applications, bans }) => {
      const forbidden = new Map(bans.map(([e, a]) => [pairKey(`e${e}`, `a${a}`), 'conflict' as const]));
      const { rows, loads } = propose(plan({
        settings: { perApplication: 2, most: null, region: 'any' }, forbidden,
        experts: Array.from({ length: experts }, (_, at) => expert(`e${at}`)), applications: Array.from({ length: applications }, (_, at) => application(`a${at}`)),
      }));
      for (const { applicationId, choices } of rows) for (const { seatId } of choices) expect(forbidden.has(pairKey(seatId, applicationId))).toBe(false);
      if (forbidden.size === 0) expect(Math.max(...loads.map(({ load }) => load)) - Math.min(...loads.map(({ load }) => load))).toBeLessThanOrEqual(1);
    }), { numRuns: 150 });
  });

  it('reads a name as Chinese as soon as it holds a Han character', () => {
    expect(['木兰课堂 STEM', 'Rainbow House', '2024'].map(languageOf)).toEqual(['zh', 'en', 'zh']);
  });
});
