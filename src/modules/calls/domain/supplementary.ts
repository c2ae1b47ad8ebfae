import { no, when, type Verdict } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { say } from '#libs/errors';
import { fen, type Fen } from '#libs/money';
import type { Call } from './call.js';
import { openingOn } from './move-dates.js';
import type { AmountRule, Basis, Category, Rulebook, Stage } from './rulebook/rulebook.js';

/** What a supplementary call (补充征集) says of its own; all else it inherits. */
export interface Supplement {
  /** How many awards are still to be made. */
  slots: number;
  /** Instants with their zone. */
  opensAt: string;
  closesAt: string;
  /** The categories with open slots; all of them when left out. */
  categoryKeys?: string[];
  /** Which supplementary call of its parent it is, from one. */
  ordinal: number;
}

const DECIDED = ['decided', 'in_publicity', 'confirmed', 'running'];

/** Open slots are known once the parent's result is. */
export const mayBeSupplemented = (parent: Call): Verdict =>
  when(DECIDED.includes(parent.status), no('supplement_too_early', say('结果确定后才能补充征集', 'Open slots can be filled once the result is decided')));

/** The parent's rulebook for the open slots: same rules, fewer awards, its own window, all later dates after it. */
export function supplementOf(parent: Rulebook, supplement: Supplement): Rulebook {
  const moved = openingOn(parent, dayOf(new Date(supplement.opensAt)));
  const { slots, opensAt, closesAt, categoryKeys } = supplement;
  return {
    ...moved,
    origin: 'authored',
    code: `${parent.code}-supplementary-${supplement.ordinal}`,
    supplementTo: parent.code,
    title: { zh: `${parent.title.zh}（补充征集）`, en: `${parent.title.en} (supplementary call)` },
    stages: moved.stages.map((stage): Stage => (stage.kind === 'application' ? { ...stage, opensAt, closesAt } : withoutNeeds(stage))),
    deadline: { ...moved.deadline, at: closesAt },
    money: { ...moved.money, awards: slots, poolFen: poolFor(parent, slots), amount: amountFor(moved.money.amount, slots) },
    categories: moved.categories.map((category): Category => ({
      ...category, seats: null, open: categoryKeys ? categoryKeys.includes(category.key) : category.open,
    })),
    allocation: { ...moved.allocation, minimumShares: [] },
    basis: { ...moved.basis, '/money/awards': FILLS_SLOTS, '/money/poolFen': FILLS_SLOTS, '/stages': FILLS_SLOTS, '/deadline': FILLS_SLOTS },
  };
}

const FILLS_SLOTS: Basis = { kind: 'assumption', why: say('补充征集只填补空缺名额', 'A supplementary call fills the open slots only') };

/** Needs were collected for the parent. */
const withoutNeeds = (stage: Stage): Stage => (stage.kind === 'needs_collection' ? { ...stage, opensAt: null, closesAt: null } : stage);

function poolFor({ money }: Rulebook, slots: number): Fen {
  const { amount } = money;
  if (amount.kind === 'tiers_by_rank') return fen(tiersWithin(amount, slots).reduce((sum, tier) => sum + tier.fen * (tier.toRank - tier.fromRank + 1), 0));
  const each = amount.kind === 'fixed' ? amount.fen : amount.maxFen;
  return fen(Math.min(money.poolFen, each * slots));
}

const amountFor = (amount: AmountRule, slots: number): AmountRule =>
  amount.kind === 'tiers_by_rank' ? { ...amount, tiers: tiersWithin(amount, slots) } : amount;

const tiersWithin = (amount: AmountRule & { kind: 'tiers_by_rank' }, slots: number) =>
  amount.tiers.filter((tier) => tier.fromRank <= slots).map((tier) => ({ ...tier, toRank: Math.min(tier.toRank, slots) }));
