import { SYSTEM } from '#libs/access';
import { Tranche, type TrancheStatus } from './tranche.js';
import { trancheLifecycle, type TrancheContext, type TrancheMove } from './tranche.lifecycle.js';

it('is the life that was agreed', () => {
  expect(trancheLifecycle.toMermaid()).toMatchSnapshot();
});

describe('what was prepared at actual cost', () => {
  const judge = (move: TrancheMove, dueFen: number, status: TrancheStatus = 'prepared') => {
    const tranche = Object.assign(new Tranche(), { status, preparedBy: 'maker', requestedBy: 'grantee', payFen: 300_000 });
    const context: TrancheContext = { actor: SYSTEM, now: new Date('2024-05-21T01:00:00Z'), unmet: [], projectOver: false, dueFen };
    return trancheLifecycle.judge(tranche, move, context);
  };

  it('is neither approved nor paid once less is due', () => {
    expect(judge('approve', 300_000)).toMatchObject({ allowed: true });
    expect(judge('approve', 299_999)).toMatchObject({ allowed: false, code: 'due_fell', facts: { due: '¥2,999.99', pay: '¥3,000.00' } });
    expect(judge('pay', 299_999, 'approved')).toMatchObject({ allowed: false, code: 'due_fell' });
  });

  it('may be sent back until it is paid', () => {
    const refused = (status: TrancheStatus) => trancheLifecycle.possible(Object.assign(new Tranche(), { status, payFen: 1 }), { actor: SYSTEM, now: new Date(0), unmet: [], projectOver: false, dueFen: 1, reason: '退票' }).some(({ move }) => move === 'refuse');
    expect((['requested', 'prepared', 'approved', 'paid'] as const).map(refused)).toEqual([false, true, true, false]);
  });
});
