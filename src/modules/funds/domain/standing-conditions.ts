import { say } from '#libs/errors';
import { addFen, formatFen, subtractFen } from '#libs/money';
import { gateReason } from './gate-reason.js';
import type { Flag, GateReason, TrancheFacts } from './tranche-facts.js';

/** What holds for every payment of every programme, whether its rulebook says so or not. */
export function standingReasons(facts: TrancheFacts): readonly GateReason[] {
  return [noFlag('debarment', facts), noFlag('stop', facts), noObjection(facts), withinTheAward(facts), accountVerified(facts)];
}

const FLAG_WORDS = {
  debarment: {
    met: say('组织未被限制参与', 'The organisation is not debarred'),
    unmet: say('组织被限制参与，自{from}起：{basis}', 'The organisation is debarred since {from}: {basis}'),
  },
  stop: {
    met: say('项目未被暂停拨款', 'No stop is set on the project’s payments'),
    unmet: say('项目自{from}起暂停拨款：{basis}', 'Payments to the project are stopped since {from}: {basis}'),
  },
};

function noFlag(kind: Flag['kind'], { flags, now }: TrancheFacts): GateReason {
  const flag = flags.find((each) => each.kind === kind && isInForce(each, now));
  return gateReason(`tranche.no_${kind}`, FLAG_WORDS[kind], {
    met: flag === undefined,
    facts: flag ? { from: flag.from, until: flag.until, basis: flag.basis } : {},
    evidence: flag?.evidence,
  });
}

function isInForce({ from, until }: Flag, now: Date): boolean {
  return from.getTime() <= now.getTime() && (until === null || now.getTime() < until.getTime());
}

function noObjection({ objections }: TrancheFacts): GateReason {
  const open = objections.filter((each) => each.closedAt === null);
  return gateReason(
    'tranche.no_objection',
    {
      met: say('没有未办结的异议', 'No objection is open'),
      unmet: say('有{count}件异议尚未办结', '{count} objections are still open'),
    },
    { met: open.length === 0, facts: { count: open.length }, evidence: open[0]?.evidence },
  );
}

function withinTheAward({ trancheFen, grantedFen, paidFen }: TrancheFacts): GateReason {
  const left = subtractFen(grantedFen, paidFen);
  return gateReason(
    'tranche.within_award',
    {
      met: say('本期{asked}未超过未拨余额{left}', 'The tranche of {asked} is within the {left} not yet paid'),
      unmet:
        trancheFen > 0
          ? say('本期{asked}超过未拨余额{left}', 'The tranche of {asked} exceeds the {left} not yet paid')
          : say('据实结算，目前没有应付金额', 'It is settled at actual cost, and nothing is due yet'),
    },
    {
      met: trancheFen > 0 && addFen(paidFen, trancheFen) <= grantedFen,
      facts: { asked: formatFen(trancheFen), left: formatFen(left) },
    },
  );
}

function accountVerified({ bankAccount, now }: TrancheFacts): GateReason {
  const verifiedAt = bankAccount?.verifiedAt ?? null;
  return gateReason(
    'tranche.bank_account_verified',
    {
      met: say('收款账户已核验（{verifiedAt}）', 'The bank account was verified on {verifiedAt}'),
      unmet: say('收款账户尚未核验', 'The bank account is not verified'),
    },
    {
      met: verifiedAt !== null && verifiedAt.getTime() <= now.getTime(),
      facts: { verifiedAt },
      evidence: bankAccount?.evidence,
    },
  );
}
