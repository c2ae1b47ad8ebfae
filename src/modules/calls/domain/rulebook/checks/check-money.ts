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

type Part = Pick<Rulebook, 'money' | 'categories'>;

/** Where the sums of a part stand. */
interface Places {
  pool: string;
  amount: string;
  seats: string;
}

const seatsOf = ({ categories }: Part): number => categories.reduce((sum, category) => sum + (category.seats ?? 0), 0);

function tierTotal(tiers: readonly AmountTier[]): number {
  return tiers.reduce((sum, tier) => sum + (tier.toRank - tier.fromRank + 1) * tier.fen, 0);
}

/** What `count` awards cost, all at the least and all at the most. */
function totals(amount: AmountRule, count: number): { needed: number; highest: number } {
  if (amount.kind === 'tiers_by_rank') return { needed: tierTotal(amount.tiers), highest: tierTotal(amount.tiers) };
  const { least, most } = awardBounds(amount);
  return { needed: least * count, highest: most * count };
}

function* pool(part: Part, places: Places): Problems {
  const { amount, awards, poolFen } = part.money;
  const { least, most } = awardBounds(amount);
  const count = awards ?? seatsOf(part);
  const { needed, highest } = totals(amount, count);
  if (least > most) yield problem('amount_bounds_reversed', places.amount);
  if (most > poolFen) yield problem('award_exceeds_pool', places.pool);
  else if (needed > poolFen) yield problem('pool_too_small', places.pool, { count, neededFen: needed });
  if (awards !== null && poolFen > highest) {
    yield problem('pool_not_used_up', places.pool, { leftFen: poolFen - highest });
  }
}

function* tiers({ money: { amount, awards } }: Part, places: Places): Problems {
  if (amount.kind !== 'tiers_by_rank') return;
  const broken = brokenRank(amount.tiers);
  const last = amount.tiers.at(-1)?.toRank ?? 0;
  if (broken !== -1) yield problem('tiers_not_contiguous', `${places.amount}.tiers.${broken}`);
  else if (awards !== null && awards !== last) yield problem('tiers_awards_mismatch', `${places.amount}.tiers`, { last, awards });
}

/** Amounts, pool, number of awards and seats of the call, or of one board, agree with each other. */
export function* moneyProblems(part: Part, places: Places): Problems {
  yield* pool(part, places);
  yield* tiers(part, places);
  const { awards } = part.money;
  const seats = seatsOf(part);
  if (awards !== null && seats > awards) yield problem('seats_exceed_awards', places.seats, { seats, awards });
}

/** C3 to C5; where boards divide the money, each is judged for itself. */
export function* checkMoney(book: Rulebook): Problems {
  const { money } = book;
  if (!book.boards) yield* moneyProblems(book, { pool: 'money.poolFen', amount: 'money.amount', seats: 'categories' });
  if (money.firstTimerCapFen !== null && money.firstTimerCapFen >= awardBounds(money.amount).most) {
    yield problem('first_timer_cap_not_lower', 'money.firstTimerCapFen');
  }
  if (!book.categories.some((category) => category.open)) yield problem('no_open_category', 'categories');
}
