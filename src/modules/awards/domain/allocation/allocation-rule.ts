import type { Fen } from '#libs/money';

/** How a ranking becomes awards; declared with the call, frozen when it opens. */
export interface AllocationRule {
  /** Everything there is to give. */
  readonly poolFen: Fen;
  /** Below this total nobody is funded; a decimal string, null for no line. */
  readonly minimumTotal: string | null;
  /** The most awards there may be; null when money alone limits them. */
  readonly maxAwards: number | null;
  /** Seats kept for categories and filled first, in rank order (Wuhu 2019: four for each of six). */
  readonly reserved: readonly ReservedSeats[];
  /** Seats that anybody may take; null: what `maxAwards` leaves, or without limit. */
  readonly openSeats: number | null;
  readonly rollOver: 'open_seats' | 'supplementary_call' | 'lapse';
  readonly amount: AmountRule;
  readonly marginal: MarginalRule;
  /** The most awards one organisation may win in the round; null for no limit. */
  readonly maxAwardsPerOrganisation: number | null;
  /** The longest that the reserve list may be; null for no limit. In boards the list of each. */
  readonly reserveSize: number | null;
  /** 板块: each gives its own money by its own rule, in this order; who has won enough in one wins no more in those after it. */
  readonly boards?: readonly BoardRule[];
}

export interface BoardRule {
  readonly key: string;
  readonly categories: readonly string[];
  readonly rule: AllocationRule;
}

/** The part of a rule under which a category stands, and whether another category stands there too. */
export function partFor(rule: AllocationRule, category: string): { readonly rule: AllocationRule; readonly includes: (category: string) => boolean } {
  const board = rule.boards?.find(({ categories }) => categories.includes(category));
  return board ? { rule: board.rule, includes: (other) => board.categories.includes(other) } : { rule, includes: () => true };
}

/** One seat pool; several categories may share it (at least a third for social work and volunteers together). */
export interface ReservedSeats {
  readonly categories: readonly string[];
  readonly seats: number;
}

export type AmountRule =
  | { readonly kind: 'fixed'; readonly fen: Fen }
  | { readonly kind: 'cap'; readonly maxFen: Fen }
  | { readonly kind: 'as_requested' }
  /** By rank, inclusive, from one: a prize ladder of 1 × 30,000, 3 × 20,000, 6 × 10,000 yuan. */
  | { readonly kind: 'tiers'; readonly tiers: readonly AmountTier[] };

export interface AmountTier {
  readonly fromRank: number;
  readonly toRank: number;
  readonly fen: Fen;
}

/**
 * The project that the rest of the pool cannot fund in full: `cut` ends the list before it; `partial` gives it the rest,
 * if that is at least `minimumFen`, and ends the list; `skip` passes it over and goes on with whoever fits.
 */
export type MarginalRule =
  | { readonly kind: 'cut' }
  | { readonly kind: 'partial'; readonly minimumFen: Fen }
  | { readonly kind: 'skip' };

export interface Candidate {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly category: string;
  /** Null when the ranking could not place it. */
  readonly rank: number | null;
  /** As published: a decimal string. */
  readonly total: string | null;
  readonly requestedFen: Fen;
  /** What the committee fixed, when it fixed a sum: it takes the place of the request. */
  readonly approvedFen?: Fen;
  /** A ceiling of its own, such as that of a first-time applicant. */
  readonly ceilingFen?: Fen;
}
