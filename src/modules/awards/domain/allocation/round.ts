import { subtractFen } from '#libs/money';
import type { Fen } from '#libs/money';
import type { Award, OpenReservation, Reason, Seat } from './allocation.js';
import type { AllocationRule, Candidate } from './allocation-rule.js';
import { amountFor } from './amount.js';
import { reasons } from './reasons.js';

/** The seats and the money of one round while they are being given away, and why each refused candidate was refused. */
export class Round {
  readonly awards: Award[] = [];
  private readonly pools: number[] = [];
  private freeSeats = 0;
  private leftFen: Fen;
  /** Set once the marginal project has ended the list. */
  private ended = false;
  private readonly against = new Map<string, Reason>();

  constructor(
    private readonly rule: AllocationRule,
    private readonly before: readonly Award[] = [],
  ) {
    this.leftFen = rule.poolFen;
  }

  openPool(seats: number): void {
    this.pools.push(seats);
  }

  openFreeSeats(rolledOver: number): void {
    const { openSeats, maxAwards, reserved } = this.rule;
    const reservedSeats = reserved.reduce((sum, pool) => sum + pool.seats, 0);
    const unlimited = maxAwards === null ? Number.MAX_SAFE_INTEGER - rolledOver : maxAwards - reservedSeats;
    this.freeSeats = (openSeats ?? unlimited) + rolledOver;
  }

  offerReserved(candidate: Candidate): void {
    const pool = this.rule.reserved.findIndex(
      (each, at) => each.categories.includes(candidate.category) && this.pools[at]! > 0,
    );
    if (pool < 0) return;
    if (this.give(candidate, { kind: 'reserved', pool })) this.pools[pool]! -= 1;
  }

  offerOpen(candidate: Candidate): void {
    if (this.has(candidate)) return;
    if (this.freeSeats <= 0 || this.isFull()) {
      // A refusal for want of money at a reserved seat says more than the want of an open one.
      if (!this.against.has(candidate.applicationId)) this.refuse(candidate, reasons.noSeat(candidate));
      return;
    }
    if (this.give(candidate, { kind: 'open' })) this.freeSeats -= 1;
  }

  unfilledReservations(): readonly OpenReservation[] {
    return this.rule.reserved
      .map(({ categories }, at) => ({ categories, seats: this.pools[at]! }))
      .filter((each) => each.seats > 0);
  }

  /** Null for whoever has an award. */
  reasonAgainst(candidate: Candidate): Reason | null {
    return this.has(candidate) ? null : (this.against.get(candidate.applicationId) ?? reasons.noSeat(candidate));
  }

  private has(candidate: Candidate): boolean {
    return this.awards.some((award) => award.applicationId === candidate.applicationId);
  }

  private isFull(): boolean {
    return this.rule.maxAwards !== null && this.awards.length >= this.rule.maxAwards;
  }

  private refuse(candidate: Candidate, reason: Reason): false {
    this.against.set(candidate.applicationId, reason);
    return false;
  }

  private give(candidate: Candidate, seat: Seat): boolean {
    const most = this.rule.maxAwardsPerOrganisation;
    const own = [...this.before, ...this.awards].filter((award) => award.organisationId === candidate.organisationId).length;
    if (most !== null && own >= most) return this.refuse(candidate, reasons.organisationFull(candidate, most));
    if (this.ended) return this.refuse(candidate, reasons.afterTheCut(candidate));
    const due = amountFor(this.rule.amount, candidate)!;
    if (due > this.leftFen) return this.marginal(candidate, seat, due);
    return this.award(candidate, seat, due, reasons.funded(candidate, due, seat.kind === 'reserved'));
  }

  private marginal(candidate: Candidate, seat: Seat, due: Fen): boolean {
    const { marginal } = this.rule;
    const left = this.leftFen;
    if (marginal.kind !== 'skip') this.ended = true;
    if (marginal.kind === 'partial' && left > 0 && left >= marginal.minimumFen) {
      return this.award(candidate, seat, left, reasons.partly(candidate, left, due));
    }
    return this.refuse(candidate, reasons.noMoney(candidate, due, left));
  }

  private award(candidate: Candidate, seat: Seat, amountFen: Fen, reason: Reason): true {
    const { applicationId, organisationId, category, rank } = candidate;
    const partial = reason.code === 'award.partial';
    this.awards.push({ applicationId, organisationId, category, rank, amountFen, seat, partial, reason });
    this.leftFen = subtractFen(this.leftFen, amountFen);
    this.against.delete(applicationId);
    return true;
  }
}
