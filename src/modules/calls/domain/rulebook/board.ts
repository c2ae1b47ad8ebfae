import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';
import type { Instant, Key, Percent } from './basics.js';

export type AmountRule =
  | { kind: 'fixed'; fen: Fen }
  | { kind: 'cap'; maxFen: Fen }
  | { kind: 'range'; minFen: Fen; maxFen: Fen }
  | { kind: 'share_of_budget'; maxPercent: Percent; maxFen: Fen }
  | { kind: 'tiers_by_rank'; tiers: AmountTier[] }
  | { kind: 'at_defence'; minFen: Fen; maxFen: Fen };

/** Ranks are inclusive and count from one. */
export interface AmountTier {
  fromRank: number;
  toRank: number;
  fen: Fen;
}

/**
 * 板块: one part of a contest with an owner, money and rules of its own (Zhongshan 2023 has seven, Shunde 2016 five). It holds
 * categories; by its category an application belongs to one board. Form sections, cost rules and blocs that name boards belong to
 * these alone; whoever applies to another neither sees nor owes them.
 */
export interface Board {
  key: Key;
  title: Sentence;
  description?: Sentence;
  /** 牵头单位: who answers for it. */
  owner?: Sentence;
  /** Every category of the call stands in exactly one board. */
  categories: Key[];
  /** Its own money; the pools of all boards together are the pool of the call. */
  poolFen: Fen;
  /** Null when its money alone limits the number. */
  awards: number | null;
  /** What one grant is here; left out: as in the whole call. */
  amount?: AmountRule;
  /** An earlier end of applications than that of the call. */
  closesAt?: Instant;
}

/** What may name the boards it belongs to; naming none, it belongs to all. */
export interface OfBoards {
  boards?: Key[];
}
