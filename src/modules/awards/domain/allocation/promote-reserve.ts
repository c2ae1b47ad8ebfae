import { subtractFen, sumFen } from '#libs/money';
import type { Fen } from '#libs/money';
import type { Allocation, Award } from './allocation.js';
import { partFor, type AllocationRule, type Candidate } from './allocation-rule.js';
import { amountFor } from './amount.js';
import { reasons } from './reasons.js';

export interface Promotion {
  readonly withdrawn: Award;
  /** Null when nobody on the reserve list may take the seat or fits the money. */
  readonly promoted: Award | null;
  readonly leftFen: Fen;
}

/**
 * Who moves up when a winner drops out: the first on the reserve list who may take that very seat, whose organisation
 * still may win, and whose amount fits what is left with what was freed. With `cut` only the first is asked; with
 * `partial` it may get the rest; with `skip` the next who fits.
 */
export function promoteReserve(
  whole: AllocationRule,
  candidates: readonly Candidate[],
  allocation: Pick<Allocation, 'awards' | 'reserve'>,
  withdrawnId: string,
): Promotion | null {
  const withdrawn = allocation.awards.find((award) => award.applicationId === withdrawnId);
  if (!withdrawn) return null;
  const { rule, includes } = partFor(whole, withdrawn.category);
  const kept = allocation.awards.filter((award) => award !== withdrawn);
  const left = subtractFen(rule.poolFen, sumFen(kept.filter(({ category }) => includes(category)).map((award) => award.amountFen)));
  const byId = new Map(candidates.map((each) => [each.applicationId, each]));
  const waiting = allocation.reserve
    .map((each) => byId.get(each.applicationId)!)
    .filter((each) => includes(each.category) && mayTake(rule, withdrawn, each) && mayWin(rule, kept, each));
  const asked = rule.marginal.kind === 'skip' ? waiting : waiting.slice(0, 1);
  for (const candidate of asked) {
    const amountFen = affordable(rule, candidate, left);
    if (amountFen === null) continue;
    return { withdrawn, promoted: movedUp(rule, candidate, withdrawn, amountFen), leftFen: subtractFen(left, amountFen) };
  }
  return { withdrawn, promoted: null, leftFen: left };
}

function mayTake(rule: AllocationRule, freed: Award, candidate: Candidate): boolean {
  if (freed.seat.kind === 'open' || rule.rollOver === 'open_seats') return true;
  return isReservedFor(rule, freed, candidate.category);
}

function isReservedFor(rule: AllocationRule, { seat }: Award, category: string): boolean {
  return seat.kind === 'reserved' && rule.reserved[seat.pool]!.categories.includes(category);
}

function mayWin(rule: AllocationRule, kept: readonly Award[], candidate: Candidate): boolean {
  const own = kept.filter((award) => award.organisationId === candidate.organisationId).length;
  return rule.maxAwardsPerOrganisation === null || own < rule.maxAwardsPerOrganisation;
}

function affordable(rule: AllocationRule, candidate: Candidate, left: Fen): Fen | null {
  const due = amountFor(rule.amount, candidate)!;
  if (due <= left) return due;
  return rule.marginal.kind === 'partial' && left > 0 && left >= rule.marginal.minimumFen ? left : null;
}

function movedUp(rule: AllocationRule, candidate: Candidate, freed: Award, amountFen: Fen): Award {
  const { applicationId, organisationId, category, rank } = candidate;
  const seat = isReservedFor(rule, freed, category) ? freed.seat : ({ kind: 'open' } as const);
  const due = amountFor(rule.amount, candidate)!;
  const partial = amountFen < due;
  const reason = partial
    ? reasons.partly(candidate, amountFen, due)
    : reasons.funded(candidate, amountFen, seat.kind === 'reserved');
  return { applicationId, organisationId, category, rank, amountFen, seat, partial, reason };
}
