import { calibrationSpread } from './calibration-spread.js';

const bloc = { criteria: [{ key: 'goals', max: 10, weight: 50 }, { key: 'budget', max: 20, weight: 50 }] } as Parameters<typeof calibrationSpread>[0];
const sheet = (goals: string | null, budget: string | null) => ({ entries: { goals: { points: goals }, budget: { points: budget } } }) as Parameters<typeof calibrationSpread>[1][number];

describe('how a panel spreads on its calibration application', () => {
  it('is told least first with its middle, of each criterion and in all, so that nobody stands in a place', () => {
    const told = calibrationSpread(bloc, [sheet('8', '16'), sheet('4', '20'), sheet('6', '8')]);
    expect(told.criteria).toMatchObject([{ key: 'goals', points: [4, 6, 8], middle: 6 }, { key: 'budget', points: [8, 16, 20], middle: 16 }]);
    expect(told).toMatchObject({ submitted: 3, totals: [50, 70, 80], middle: 70 });
  });

  it('leaves out what does not apply, and has no middle of nothing', () => {
    expect(calibrationSpread(bloc, [sheet('n/a', '10')]).criteria).toMatchObject([{ points: [], middle: null }, { points: [10], middle: 10 }]);
    expect(calibrationSpread(bloc, [])).toMatchObject({ submitted: 0, totals: [], middle: null });
  });
});
