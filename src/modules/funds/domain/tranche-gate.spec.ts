import { tell } from '#libs/errors';
import { yuan } from '#libs/money';
import { trancheGate } from './tranche-gate.js';
import type { TrancheCondition, TrancheFacts } from './tranche-facts.js';

const now = new Date('2026-06-15T02:00:00Z');
const before = new Date('2026-06-01T02:00:00Z');
const after = new Date('2026-07-01T02:00:00Z');
const paper = { kind: 'document', id: 'd-1' };

const sound: TrancheFacts = {
  now,
  trancheFen: yuan('40000'),
  grantedFen: yuan('100000'),
  paidFen: yuan('50000'),
  contract: { signedAt: before, evidence: { kind: 'contract', id: 'c-1' } },
  publicity: { endedAt: before },
  milestones: [{ key: 'midterm-report', acceptedAt: before, evidence: paper }],
  evaluations: [{ key: 'midterm', grade: 'B', passed: true, evidence: paper }],
  documents: [{ kind: 'receipt', amountFen: yuan('40000'), evidence: paper }],
  flags: [],
  objections: [{ closedAt: before, evidence: { kind: 'objection', id: 'o-1' } }],
  bankAccount: { verifiedAt: before },
};

const grade: TrancheCondition = { kind: 'evaluation_grade', evaluation: 'midterm', atLeast: 'B', grades: ['A', 'B', 'C'] };
const every: readonly TrancheCondition[] = [
  { kind: 'contract_signed' },
  { kind: 'publicity_over' },
  { kind: 'milestone_accepted', milestone: 'midterm-report' },
  { kind: 'evaluation_passed', evaluation: 'midterm' },
  grade,
  { kind: 'document', anyOf: ['invoice', 'receipt'] },
  { kind: 'date_reached', on: before },
];

const unmet = (changes: Partial<TrancheFacts>, conditions = every) =>
  trancheGate(conditions, { ...sound, ...changes }).reasons.filter((reason) => !reason.met);

describe('the gate before a tranche', () => {
  it('is open when every condition is met, and shows each with its proof', () => {
    const verdict = trancheGate(every, sound);
    expect(verdict.open).toBe(true);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual([
      'tranche.contract_signed',
      'tranche.publicity_over',
      'tranche.milestone_accepted',
      'tranche.evaluation_passed',
      'tranche.evaluation_grade',
      'tranche.document',
      'tranche.date_reached',
      'tranche.no_debarment',
      'tranche.no_stop',
      'tranche.no_objection',
      'tranche.within_award',
      'tranche.bank_account_verified',
    ]);
    expect(verdict.reasons[0]!.evidence).toEqual({ kind: 'contract', id: 'c-1' });
  });

  it.each<[string, Partial<TrancheFacts>]>([
    ['tranche.contract_signed', { contract: null }],
    ['tranche.contract_signed', { contract: { signedAt: null } }],
    ['tranche.contract_signed', { contract: { signedAt: after } }],
    ['tranche.publicity_over', { publicity: { endedAt: after } }],
    ['tranche.milestone_accepted', { milestones: [] }],
    ['tranche.milestone_accepted', { milestones: [{ key: 'midterm-report', acceptedAt: null }] }],
    ['tranche.evaluation_passed', { evaluations: [{ key: 'midterm', grade: 'A', passed: false }] }],
    ['tranche.evaluation_passed', { evaluations: [{ key: 'midterm', grade: 'A', passed: null }] }],
    ['tranche.evaluation_grade', { evaluations: [{ key: 'midterm', grade: 'C', passed: true }] }],
    ['tranche.evaluation_grade', { evaluations: [{ key: 'midterm', grade: 'S', passed: true }] }],
    ['tranche.evaluation_grade', { evaluations: [{ key: 'midterm', grade: null, passed: true }] }],
    ['tranche.document', { documents: [] }],
    ['tranche.document', { documents: [{ kind: 'ledger', evidence: paper }] }],
    ['tranche.document', { documents: [{ kind: 'invoice', amountFen: yuan('39999.99'), evidence: paper }] }],
    ['tranche.no_debarment', { flags: [{ kind: 'debarment', from: before, until: null, basis: '协议第8条' }] }],
    ['tranche.no_stop', { flags: [{ kind: 'stop', from: now, until: after, basis: '限期整改' }] }],
    ['tranche.no_objection', { objections: [{ closedAt: null, evidence: { kind: 'objection', id: 'o-2' } }] }],
    ['tranche.within_award', { paidFen: yuan('60000.01') }],
    ['tranche.bank_account_verified', { bankAccount: { verifiedAt: null } }],
    ['tranche.bank_account_verified', { bankAccount: null }],
  ])('is closed by %s alone: %j', (code, changes) => {
    expect(unmet(changes).map((reason) => reason.code)).toEqual([code]);
    expect(trancheGate(every, { ...sound, ...changes }).open).toBe(false);
  });

  it('stays closed before the agreed date', () => {
    expect(unmet({}, [{ kind: 'date_reached', on: after }]).map((reason) => reason.code)).toEqual(['tranche.date_reached']);
  });

  it('opens again when a ban has run out, and pays the last fen of the award', () => {
    const flags = [{ kind: 'debarment' as const, from: before, until: now, basis: 'x' }];
    expect(unmet({ flags, paidFen: yuan('60000') })).toEqual([]);
  });

  it('asks only what the rulebook declares, beyond what holds for every payment', () => {
    expect(trancheGate([], { ...sound, contract: null, publicity: null, documents: [] }).open).toBe(true);
  });

  it('opens nothing by a grade that the grid does not know', () => {
    expect(unmet({}, [{ ...grade, atLeast: 'Z' }]).map((reason) => reason.code)).toEqual(['tranche.evaluation_grade']);
  });

  it('speaks to the person who waits, in both languages', () => {
    const [reason] = unmet({ evaluations: [{ key: 'midterm', grade: 'C', passed: true }] });
    expect(tell(reason!.sentence, reason!.facts, 'zh')).toBe('“midterm”评估为C，须不低于B');
    expect(tell(reason!.sentence, reason!.facts, 'en')).toBe('“midterm” was graded C; at least B is asked');
  });
});
