import type { AmountRule, AmountTier, Rulebook } from '../rulebook.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

/** The least and the most that one award can be, in fen. A cap alone promises nothing. */
export function awardBounds(amount: AmountRule): { least: number; most: number } {
  switch (amount.kind) {
    case 'fixed': return { least: amount.fen, most: amount.fen };
    case 'cap':
    case 'share_of_budget': return { least: 0, most: amount.maxFen };
    case 'tiers_by_rank': {
      const sums = amount.tiers.map((tier) => tier.fen);
      return { least: Math.min(...sums), most: Math.max(...sums) };
    }
    default: return { least: amount.minFen, most: amount.maxFen };
  }
}

/** The first range that does not carry on from rank 1 without gap or overlap, or -1. */
export function brokenRank(ranges: readonly { fromRank: number; toRank: number }[]): number {
  return ranges.findIndex(({ fromRank, toRank }, index) => {
    const before = ranges[index - 1]?.toRank ?? 0;
    return fromRank !== before + 1 || toRank < fromRank;
  });
}

function seatsOf(book: Rulebook): number {
  return book.categories.reduce((sum, category) => sum + (category.seats ?? 0), 0);
}

function tierTotal(tiers: readonly AmountTier[]): number {
  return tiers.reduce((sum, tier) => sum + (tier.toRank - tier.fromRank + 1) * tier.fen, 0);
}

/** What `count` awards cost, all at the least and all at the most. */
function totals(amount: AmountRule, count: number): { needed: number; highest: number } {
  if (amount.kind === 'tiers_by_rank') return { needed: tierTotal(amount.tiers), highest: tierTotal(amount.tiers) };
  const { least, most } = awardBounds(amount);
  return { needed: least * count, highest: most * count };
}

function* pool(book: Rulebook): Problems {
  const { amount, awards, poolFen } = book.money;
  const { least, most } = awardBounds(amount);
  const count = awards ?? seatsOf(book);
  const { needed, highest } = totals(amount, count);
  if (least > most) yield problem('amount_bounds_reversed', 'money.amount');
  if (most > poolFen) yield problem('award_exceeds_pool', 'money.poolFen');
  else if (needed > poolFen) yield problem('pool_too_small', 'money.poolFen', { count, neededFen: needed });
  if (awards !== null && poolFen > highest) {
    yield problem('pool_not_used_up', 'money.poolFen', { leftFen: poolFen - highest });
  }
}

function* tiers(book: Rulebook): Problems {
  const { amount, awards } = book.money;
  if (amount.kind !== 'tiers_by_rank') return;
  const broken = brokenRank(amount.tiers);
  const last = amount.tiers.at(-1)?.toRank ?? 0;
  if (broken !== -1) yield problem('tiers_not_contiguous', `money.amount.tiers.${broken}`);
  else if (awards !== null && awards !== last) yield problem('tiers_awards_mismatch', 'money.amount.tiers', { last, awards });
}

/** C3 to C5: amounts, pool, number of awards and seats agree with each other. */
export function* checkMoney(book: Rulebook): Problems {
  const { money } = book;
  yield* pool(book);
  yield* tiers(book);
  if (money.firstTimerCapFen !== null && money.firstTimerCapFen >= awardBounds(money.amount).most) {
    yield problem('first_timer_cap_not_lower', 'money.firstTimerCapFen');
  }
  const seats = seatsOf(book);
  if (money.awards !== null && seats > money.awards) {
    yield problem('seats_exceed_awards', 'categories', { seats, awards: money.awards });
  }
  if (!book.categories.some((category) => category.open)) yield problem('no_open_category', 'categories');
}
