import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';

/** What the declared rule makes of a ranking. Every application is in exactly one of the three lists, with a reason. */
export interface Allocation {
  readonly awards: readonly Award[];
  /** In the order in which they move up. */
  readonly reserve: readonly Placed[];
  readonly declined: readonly Placed[];
  readonly grantedFen: Fen;
  readonly leftFen: Fen;
  /** Reserved seats that nobody filled and that a supplementary call (补充征集) is to fill. */
  readonly supplementary: readonly OpenReservation[];
  /** Equals between whom the line falls: the committee must decide, the order shown is only by identifier. */
  readonly tiesAcrossTheLine: readonly (readonly string[])[];
}

export interface Placed {
  readonly applicationId: string;
  readonly rank: number | null;
  readonly reason: Reason;
}

export interface Award extends Placed {
  readonly organisationId: string;
  readonly category: string;
  readonly amountFen: Fen;
  readonly seat: Seat;
  /** True for the marginal project that got the rest of the pool. */
  readonly partial: boolean;
}

/** The index into the rule's `reserved`, or an open seat. */
export type Seat = { readonly kind: 'reserved'; readonly pool: number } | { readonly kind: 'open' };

export interface OpenReservation {
  readonly categories: readonly string[];
  readonly seats: number;
}

export interface Reason {
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: Readonly<Record<string, unknown>>;
}
