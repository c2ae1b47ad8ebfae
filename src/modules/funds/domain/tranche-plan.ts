import { invalid, say } from '#libs/errors';
import type { Fen } from '#libs/money';
import { fen, splitByPercentages, subtractFen, sumFen } from '#libs/money';

/**
 * How an award is paid out: by percentages that add up to 100, or by sums that add up to the award. Both are real:
 * Binhai 2014 pays 50/40/10; Ningbo 2017 announces 20/40/40 and pays a prize of 8,000 yuan as 2,000 + 3,000 + 3,000.
 */
export type TranchePlanRule =
  | { readonly by: 'percent'; readonly tranches: readonly PercentTranche[] }
  | { readonly by: 'fixed'; readonly tranches: readonly FixedTranche[] };

export interface PercentTranche {
  readonly key: string;
  readonly percent: number;
  readonly atActual?: boolean;
}

export interface FixedTranche {
  readonly key: string;
  /** Null for the last tranche only: whatever the others leave. */
  readonly fen: Fen | null;
  readonly atActual?: boolean;
}

export interface PlannedTranche {
  readonly key: string;
  /** From one. */
  readonly number: number;
  readonly amountFen: Fen;
  /** The last tranche may be settled against eligible spend; until then this is its ceiling. */
  readonly atActual: boolean;
}

/**
 * Whole fen for every tranche, adding up to the award to the fen: percentages by the largest remainder, so 50/40/10 of
 * 30,000.01 yuan is 15,000.01 + 12,000.00 + 3,000.00. Throws `funds.plan_faulty`, or `money.percentages-not-100`.
 */
export function planTranches(awardFen: Fen, rule: TranchePlanRule): readonly PlannedTranche[] {
  refuseFaultyKeys(rule);
  if (awardFen <= 0) throw faulty(say('拨款总额须大于零', 'The award must be above zero'));
  const parts = rule.by === 'percent' ? byPercent(awardFen, rule.tranches) : bySums(awardFen, rule.tranches);
  return rule.tranches.map(({ key, atActual }, at) => ({
    key,
    number: at + 1,
    amountFen: parts[at]!,
    atActual: atActual ?? false,
  }));
}

function byPercent(awardFen: Fen, tranches: readonly PercentTranche[]): readonly Fen[] {
  if (tranches.some((each) => each.percent <= 0)) {
    throw faulty(say('每期比例须大于零', 'Every tranche has a share above zero'));
  }
  return splitByPercentages(awardFen, tranches.map((each) => each.percent));
}

function bySums(awardFen: Fen, tranches: readonly FixedTranche[]): readonly Fen[] {
  const given = tranches.flatMap((each) => (each.fen === null ? [] : [each.fen]));
  const open = tranches.findIndex((each) => each.fen === null);
  if (given.some((each) => each <= 0)) throw faulty(say('每期金额须大于零', 'Every tranche has a sum above zero'));
  const rest = subtractFen(awardFen, sumFen(given));
  if (open === -1 && rest === 0) return given;
  if (open !== -1 && open === tranches.length - 1 && rest > 0) return [...given, rest];
  throw faulty(
    say('各期金额与资助总额不符，差额{rest}分', 'The tranches do not add up to the award: {rest} fen are left over'),
    { rest },
  );
}

function refuseFaultyKeys({ tranches }: TranchePlanRule): void {
  const keys = tranches.map((each) => each.key);
  if (keys.length === 0 || new Set(keys).size !== keys.length) {
    throw faulty(say('拨款计划须至少一期，且不得重复', 'A plan has at least one tranche and none twice'));
  }
  if (tranches.slice(0, -1).some((each) => each.atActual)) {
    throw faulty(say('只有最后一期可以据实结算', 'Only the last tranche may be settled at actual cost'));
  }
}

function faulty(sentence: ReturnType<typeof say>, facts: Record<string, unknown> = {}) {
  return invalid('funds.plan_faulty', sentence, facts);
}

export interface Settlement {
  readonly payFen: Fen;
  /** What was paid beyond the accepted eligible spend and comes back. */
  readonly recoverFen: Fen;
}

/** The last tranche at actual cost: min(granted, accepted eligible spend) less what was paid, never both ways at once. */
export function settleAtActual(grantedFen: Fen, acceptedSpendFen: Fen, paidFen: Fen): Settlement {
  const due = subtractFen(fen(Math.min(grantedFen, acceptedSpendFen)), paidFen);
  return due >= 0 ? { payFen: due, recoverFen: fen(0) } : { payFen: fen(0), recoverFen: fen(-due) };
}
