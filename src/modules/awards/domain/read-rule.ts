import { fen, type Fen } from '#libs/money';
import { rulesFor, type AmountRule as BookAmount, type Rulebook } from '#modules/calls';
import type { AllocationRule, AmountRule, Candidate, MarginalRule, ReservedSeats } from './allocation/allocation-rule.js';

/** The rulebook's words on money, seats and the reserve list, as the allocation engine takes them. */
export function readRule(book: Rulebook): AllocationRule {
  const { boards } = book;
  if (!boards) return readPart(book);
  const part = (keys: readonly string[]): Rulebook => ({ ...rulesFor(book, keys[0]!), categories: book.categories.filter(({ key }) => keys.includes(key)) });
  return { ...readPart(book), reserved: [], boards: boards.map(({ key, categories }) => ({ key, categories, rule: readPart(part(categories)) })) };
}

function readPart({ money, categories, applicants, allocation }: Rulebook): AllocationRule {
  return {
    poolFen: fen(money.poolFen),
    minimumTotal: allocation.minimumScore === null ? null : String(allocation.minimumScore),
    maxAwards: money.awards,
    reserved: [...seatsOf(categories), ...sharesOf(allocation.minimumShares, money.awards)],
    openSeats: null,
    rollOver: allocation.rollOver,
    amount: amountOf(money.amount),
    marginal: marginalOf(allocation),
    maxAwardsPerOrganisation: applicants.maxAwards,
    reserveSize: allocation.reserve.size,
  };
}

/** What the committee may fix for one project; null where the rulebook leaves it no room. */
export function committeeBounds(book: Rulebook, { categoryKey, requestedFen }: Pick<RankedApplication, 'categoryKey' | 'requestedFen'>): { minFen: number; maxFen: number; needed: boolean } | null {
  const { money } = rulesFor(book, categoryKey);
  const { amount } = money;
  if (amount.kind === 'fixed' || amount.kind === 'tiers_by_rank') return null;
  if (amount.kind === 'at_defence') return { minFen: amount.minFen, maxFen: amount.maxFen, needed: true };
  if (!money.mayGrantLess) return null;
  const least = amount.kind === 'range' ? amount.minFen : 1;
  return { minFen: Math.min(least, requestedFen), maxFen: Math.min(requestedFen, amount.maxFen), needed: false };
}

export interface RankedApplication {
  readonly id: string;
  readonly organisationId: string;
  readonly categoryKey: string;
  readonly requestedFen: number;
  readonly totalFen: number;
  readonly ceilingFen: number | null;
  readonly rank: number | null;
  readonly score: string | null;
}

/** One application as the engine sees it: its own ceiling is the least of those that apply. */
export function candidateOf(rulebook: Rulebook, application: RankedApplication, approvedFen: number | undefined): Candidate {
  const { id, organisationId, categoryKey, rank, score, requestedFen } = application;
  const ceilings = [application.ceilingFen, shareCeiling(rulesFor(rulebook, categoryKey).money.amount, application.totalFen)].filter((each) => each !== null);
  return {
    applicationId: id, organisationId, category: categoryKey, rank, total: score, requestedFen: fen(requestedFen),
    ...(approvedFen === undefined ? {} : { approvedFen: fen(approvedFen) }),
    ...(ceilings.length === 0 ? {} : { ceilingFen: fen(Math.min(...ceilings)) }),
  };
}

/** Equals in the committee's order take the rank they share and those after it, which nobody else holds. */
export function settleTies<Row extends { id: string; rank: number | null }>(rows: readonly Row[], orders: readonly (readonly string[])[]): Row[] {
  return rows.map((row) => {
    const order = orders.findLast((each) => each.includes(row.id));
    if (!order || row.rank === null) return row;
    return { ...row, rank: row.rank + order.indexOf(row.id) };
  });
}

const seatsOf = (categories: Rulebook['categories']): ReservedSeats[] =>
  categories.flatMap(({ key, seats }) => (seats === null || seats === 0 ? [] : [{ categories: [key], seats }]));

/** A least share of the awards becomes seats, rounded up; without a number of awards there is nothing to take a share of. */
const sharesOf = (shares: Rulebook['allocation']['minimumShares'], awards: number | null): ReservedSeats[] =>
  awards === null ? [] : shares.map(({ categories, atLeastPercent }) => ({ categories, seats: Math.ceil((awards * atLeastPercent) / 100) }));

function amountOf(amount: BookAmount): AmountRule {
  switch (amount.kind) {
    case 'fixed':
      return { kind: 'fixed', fen: fen(amount.fen) };
    case 'tiers_by_rank':
      return { kind: 'tiers', tiers: amount.tiers.map((tier) => ({ ...tier, fen: fen(tier.fen) })) };
    default:
      return { kind: 'cap', maxFen: fen(amount.maxFen) };
  }
}

const marginalOf = ({ marginal, marginalMinimumFen }: Rulebook['allocation']): MarginalRule =>
  marginal === 'partial' ? { kind: 'partial', minimumFen: fen(marginalMinimumFen ?? 1) } : { kind: marginal };

/** Rounded down: the share is a most. */
const shareCeiling = (amount: BookAmount, totalFen: number): Fen | null =>
  amount.kind === 'share_of_budget' ? fen(Number((BigInt(totalFen) * BigInt(Math.round(amount.maxPercent * 100))) / 10_000n)) : null;
