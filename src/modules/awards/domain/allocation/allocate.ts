import { Decimal } from 'decimal.js';
import { invalid, say } from '#libs/errors';
import type { Problem } from '#libs/errors';
import { subtractFen, sumFen } from '#libs/money';
import type { Allocation, Award, Placed, Reason } from './allocation.js';
import type { AllocationRule, Candidate } from './allocation-rule.js';
import { amountFor } from './amount.js';
import { reasons } from './reasons.js';
import { Round } from './round.js';

/**
 * Awards by rank: whoever stands above the line, reserved seats first in rank order, then the open seats, until seats or
 * money end. The same ranking in any order gives the same answer, and the awards never exceed the pool. Throws
 * `award.rule_faulty` for a rule or an amount that cannot be applied.
 */
export function allocate(rule: AllocationRule, candidates: readonly Candidate[]): Allocation {
  if (!rule.boards) return allocatePart(rule, candidates, []);
  const parts: Allocation[] = [];
  for (const board of rule.boards) {
    parts.push(allocatePart(board.rule, candidates.filter(({ category }) => board.categories.includes(category)), parts.flatMap(({ awards }) => awards)));
  }
  const all = <Row>(of: (part: Allocation) => readonly Row[]): Row[] => parts.flatMap(of);
  const awards = all((part) => part.awards);
  const grantedFen = sumFen(awards.map(({ amountFen }) => amountFen));
  return {
    awards, grantedFen, leftFen: subtractFen(rule.poolFen, grantedFen), reserve: all((part) => part.reserve), declined: all((part) => part.declined),
    supplementary: all((part) => part.supplementary), tiesAcrossTheLine: all((part) => part.tiesAcrossTheLine),
  };
}

/** @param before what organisations have won in the boards before this one */
function allocatePart(rule: AllocationRule, candidates: readonly Candidate[], before: readonly Award[]): Allocation {
  refuseFaults(rule, candidates);
  const { inPlay, declined } = sift(rule, candidates);
  const round = new Round(rule, before);
  rule.reserved.forEach((pool) => round.openPool(pool.seats));
  // One pass over all the reserved seats, so that a better rank comes first to the money whatever its category.
  for (const candidate of inPlay) round.offerReserved(candidate);
  const unfilled = round.unfilledReservations();
  round.openFreeSeats(rule.rollOver === 'open_seats' ? unfilled.reduce((sum, each) => sum + each.seats, 0) : 0);
  for (const candidate of inPlay) round.offerOpen(candidate);
  const { reserve, declined: turnedAway } = sortOut(rule, inPlay, round);
  const awards = [...round.awards].sort(byRank);
  const grantedFen = sumFen(awards.map((award) => award.amountFen));
  return {
    awards,
    reserve,
    declined: [...declined, ...turnedAway].sort(byRank),
    grantedFen,
    leftFen: subtractFen(rule.poolFen, grantedFen),
    supplementary: rule.rollOver === 'supplementary_call' ? unfilled : [],
    tiesAcrossTheLine: tiesAcrossTheLine(awards, reserve, turnedAway),
  };
}

/** By rank; equals by identifier, so that the input order leaves no trace. */
function byRank(a: Pick<Placed, 'rank' | 'applicationId'>, b: Pick<Placed, 'rank' | 'applicationId'>): number {
  const [left, right] = [a.rank ?? Number.MAX_SAFE_INTEGER, b.rank ?? Number.MAX_SAFE_INTEGER];
  return left - right || (a.applicationId < b.applicationId ? -1 : 1);
}

function sift(rule: AllocationRule, candidates: readonly Candidate[]) {
  const inPlay: Candidate[] = [];
  const declined: Placed[] = [];
  for (const candidate of candidates) {
    const reason = shutOut(rule, candidate);
    if (reason) declined.push(place(candidate, reason));
    else inPlay.push(candidate);
  }
  return { inPlay: inPlay.sort(byRank), declined };
}

function shutOut(rule: AllocationRule, candidate: Candidate): Reason | null {
  if (candidate.rank === null || candidate.total === null) return reasons.notRanked();
  if (rule.minimumTotal !== null && new Decimal(candidate.total).lt(rule.minimumTotal)) {
    return reasons.belowLine(candidate, rule.minimumTotal);
  }
  return amountFor(rule.amount, candidate) === null ? reasons.noAmount(candidate) : null;
}

function place({ applicationId, rank }: Candidate, reason: Reason): Placed {
  return { applicationId, rank, reason };
}

/** Whoever lacked a seat or money waits on the reserve list; whoever is shut out for good does not. */
function sortOut(rule: AllocationRule, inPlay: readonly Candidate[], round: Round) {
  const reserve: Placed[] = [];
  const declined: Placed[] = [];
  const size = rule.reserveSize ?? Number.MAX_SAFE_INTEGER;
  for (const candidate of inPlay) {
    const reason = round.reasonAgainst(candidate);
    if (!reason) continue;
    if (reason.code === 'award.organisation_has_enough') declined.push(place(candidate, reason));
    else if (reserve.length < size) reserve.push(place(candidate, reason));
    else declined.push(place(candidate, reasons.reserveFull(candidate, size)));
  }
  return { reserve, declined };
}

function tiesAcrossTheLine(
  awards: readonly Award[],
  reserve: readonly Placed[],
  declined: readonly Placed[],
): readonly (readonly string[])[] {
  const outside = [...reserve, ...declined];
  return [...new Set(awards.map((award) => award.rank))].flatMap((rank) => {
    const left = outside.filter((each) => each.rank === rank);
    if (left.length === 0) return [];
    const inside = awards.filter((award) => award.rank === rank);
    return [[...inside, ...left].map((each) => each.applicationId).sort()];
  });
}

function refuseFaults(rule: AllocationRule, candidates: readonly Candidate[]): void {
  const reservedSeats = rule.reserved.reduce((sum, pool) => sum + pool.seats, 0);
  const checks: [boolean, string, Problem['sentence']][] = [
    [rule.poolFen < 0, 'poolFen', say('资金池不能为负', 'The pool cannot be negative')],
    [
      rule.maxAwards !== null && reservedSeats > rule.maxAwards,
      'reserved',
      say('保留名额多于名额总数', 'More seats are reserved than there are awards'),
    ],
    [
      new Set(candidates.map((each) => each.applicationId)).size !== candidates.length,
      'candidates',
      say('同一申报出现两次', 'An application appears twice'),
    ],
    [
      candidates.some((each) => (amountFor(rule.amount, each) ?? 1) <= 0),
      'candidates',
      say('资助额须大于零', 'An amount to grant must be above zero'),
    ],
  ];
  const problems = checks
    .filter(([faulty]) => faulty)
    .map(([, path, sentence]): Problem => ({ path, code: 'award.rule_faulty', sentence }));
  if (problems.length > 0) {
    throw invalid('award.rule_faulty', say('分配规则或金额有误', 'The allocation rule or an amount is faulty'), { problems });
  }
}
