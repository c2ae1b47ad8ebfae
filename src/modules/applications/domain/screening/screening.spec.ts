import { consensusOf } from './consensus.js';
import { screeningClock } from './screening-clock.js';

describe('several screeners', () => {
  const unanimous = { screeners: 2, agreement: 'unanimous' } as const;
  const majority = { screeners: 3, agreement: 'majority' } as const;

  it('wait for all of them before anything counts', () => {
    expect(consensusOf(['failed'], unanimous)).toEqual({ state: 'waiting', missing: 1 });
    expect(consensusOf(['failed', 'failed'], majority)).toEqual({ state: 'waiting', missing: 1 });
  });

  it.each([
    [['passed', 'passed'], unanimous, { state: 'agreed', verdict: 'passed' }],
    [['passed', 'failed'], unanimous, { state: 'disagreed' }],
    [['passed', 'failed', 'failed'], majority, { state: 'agreed', verdict: 'failed' }],
    [['passed', 'failed', 'not_applicable'], majority, { state: 'disagreed' }],
  ] as const)('of %j under %j are %j', (verdicts, rules, expected) => {
    expect(consensusOf(verdicts, rules)).toEqual(expected);
  });

  it('of whom half say this and half that have no majority', () => {
    expect(consensusOf(['passed', 'failed'], { screeners: 2, agreement: 'majority' })).toEqual({ state: 'disagreed' });
  });
});

describe('the clock of the screening', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));

  it('ends where the term ends while nobody is waited for', () => {
    expect(screeningClock(at(10), [], at(11))).toEqual({ dueAt: at(10), pausedMs: 0, pausedSince: null, overdue: true });
  });

  it('stands still while the applicant is waited for, and is never overdue then', () => {
    expect(screeningClock(at(10), [{ from: at(8), until: null }], at(14))).toMatchObject({ dueAt: at(16), pausedSince: at(8), overdue: false });
  });

  it('counts times that overlap once', () => {
    const pauses = [{ from: at(1), until: at(4) }, { from: at(2), until: at(3) }, { from: at(3), until: at(6) }];
    expect(screeningClock(at(10), pauses, at(9))).toMatchObject({ dueAt: at(15), pausedMs: 5 * 3_600_000, pausedSince: null, overdue: false });
  });
});
