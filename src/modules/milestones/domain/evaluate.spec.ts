import fc from 'fast-check';
import { publishedProgrammes, readProgramme, type EvaluationGrid, type Rulebook } from '#modules/calls';
import { recordedCalendar } from '#libs/calendar';
import { scoreEvaluation } from '../../../../scripts/cycle/score-evaluation.mjs';
import { evaluate } from './evaluate.js';
import { planMilestones } from './plan.js';

const book = (code: string) => readProgramme(code) as Rulebook;
const grids = publishedProgrammes.flatMap((code) => book(code).evaluations.map((grid) => [`${code} ${grid.key}`, grid] as const));

describe.each(grids)('the grid %s', (_, grid: EvaluationGrid) => {
  it('gives full marks for everything and nothing for nothing', () => {
    expect(Number(evaluate(grid, scoreEvaluation(grid, 100)).score)).toBe(100);
    expect(evaluate(grid, scoreEvaluation(grid, 100)).passed).toBe(true);
    expect(evaluate(grid, scoreEvaluation(grid, 0))).toMatchObject({ passed: false, gradeKey: grid.grades.at(-1)!.key });
  });

  it('never leaves its scale and passes exactly from the pass mark on', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
      const { score, passed } = evaluate(grid, scoreEvaluation(grid, percent));
      expect(Number(score)).toBeGreaterThanOrEqual(0);
      expect(Number(score)).toBeLessThanOrEqual(100);
      expect(passed).toBe(Number(score) >= grid.passMark);
    }));
  });
});

const grid = book('yangzhou-2021').evaluations[0]!;

it('counts quantities by bands: 80 % of the plan earns two of three', () => {
  const scores = { ...scoreEvaluation(grid, 100), quantities: { 'implementation.progress': { planned: 10, actual: 8 } } };
  expect(evaluate(grid, scores).score).toBe('93.33');
});

it('is brought to nothing by a veto', () => {
  expect(evaluate(grid, { ...scoreEvaluation(grid, 100), vetoes: ['misuse'] })).toMatchObject({ score: '0.00', passed: false, gradeKey: 'failed' });
});

it.each([
  ['points above the weight', { points: { ...scoreEvaluation(grid, 100).points, inputs: '15.5' } }],
  ['an indicator that is left out', { points: {} }],
  ['an unknown indicator', { points: { ...scoreEvaluation(grid, 100).points, nothing: '1' } }],
  ['too large a bonus', { bonus: '6' }],
  ['an unknown veto', { vetoes: ['nothing'] }],
])('refuses %s', (_, change) => {
  expect(() => evaluate(grid, { ...scoreEvaluation(grid, 100), ...change } as never)).toThrow('evaluation_faulty');
});

it('plans what is due: on a day, in working days after signing, and monthly through the term', () => {
  const plan = planMilestones(book('yangzhou-2021').milestones, { signedOn: '2021-11-22', startsOn: '2021-12-01', endsOn: '2022-03-31' }, recordedCalendar());
  expect(plan.map(({ rule, dueOn }) => `${rule.key} ${dueOn}`)).toEqual([
    'plan 2021-12-06', 'monthly 2022-01-05', 'monthly 2022-02-05', 'monthly 2022-03-05', 'monthly 2022-04-05', 'midterm-report 2022-05-16', 'final-report 2022-11-30',
  ]);
});

it('plans a project that ends in a year whose holidays nobody has announced', () => {
  const rule = { ...book('yangzhou-2021').milestones[0]!, due: { kind: 'after' as const, event: 'project_end' as const, term: { days: 15, unit: 'working' as const } } };
  expect(planMilestones([rule], { signedOn: '2026-06-01', startsOn: '2026-06-10', endsOn: '2027-05-31' }, recordedCalendar()).map(({ dueOn }) => dueOn)).toEqual(['2027-06-21']);
});
