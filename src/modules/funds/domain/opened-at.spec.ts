import { openedAt } from './opened-at.js';
import type { TrancheFacts } from './tranche-facts.js';

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const facts = {
  now: at('2026-06-15'), contract: { signedAt: at('2026-03-01') }, publicity: { endedAt: at('2026-02-01') },
  milestones: [{ key: 'plan', acceptedAt: at('2026-04-10') }], evaluations: [{ key: 'midterm', grade: 'A', passed: true, recordedAt: at('2026-05-20') }],
} as unknown as TrancheFacts;

describe('the day from which the time for paying runs', () => {
  it('is that of the last condition, or of the request where that came later', () => {
    expect(openedAt([{ kind: 'contract_signed' }, { kind: 'milestone_accepted', milestone: 'plan' }], facts, at('2026-03-05'))).toEqual(at('2026-04-10'));
    expect(openedAt([{ kind: 'contract_signed' }, { kind: 'document', anyOf: ['receipt'] }], facts, at('2026-06-01'))).toEqual(at('2026-06-01'));
    expect(openedAt([{ kind: 'evaluation_passed', evaluation: 'midterm' }, { kind: 'date_reached', on: at('2026-05-01') }], facts, null)).toEqual(at('2026-05-20'));
  });

  it('is unknown where nothing has a date', () => {
    expect(openedAt([], facts, null)).toBeNull();
  });
});
