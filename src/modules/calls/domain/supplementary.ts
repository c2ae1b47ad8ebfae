import { no, when, type Verdict } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { refused, say } from '#libs/errors';
import { fen, type Fen } from '#libs/money';
import type { Call } from './call.js';
import { inBeijing, openingOn } from './move-dates.js';
import { boardOf, rulesFor } from './rulebook/boards.js';
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
export function supplementOf(whole: Rulebook, supplement: Supplement): Rulebook {
  const parent = rulesOfBoard(whole, supplement.categoryKeys);
  const moved = openingOn(parent, dayOf(new Date(supplement.opensAt)));
  const { slots, opensAt, closesAt, categoryKeys } = supplement;
  return {
    ...moved,
    origin: 'authored',
    code: `${parent.code}-supplementary-${supplement.ordinal}`,
    supplementTo: parent.code,
    title: { zh: `${parent.title.zh}（补充征集）`, en: `${parent.title.en} (supplementary call)` },
    stages: moved.stages.map((stage): Stage => (stage.kind === 'application' ? { ...stage, opensAt, closesAt } : withoutNeeds(stage))),
    deadline: deadlineIn(parent, { opensAt, closesAt }),
    money: { ...moved.money, awards: slots, poolFen: poolFor(parent, slots), amount: amountFor(moved.money.amount, slots) },
    categories: moved.categories.map((category): Category => ({
      ...category, seats: null, open: categoryKeys ? categoryKeys.includes(category.key) : category.open,
    })),
    allocation: { ...moved.allocation, minimumShares: [] },
    basis: { ...moved.basis, '/money/awards': FILLS_SLOTS, '/money/poolFen': FILLS_SLOTS, '/stages': FILLS_SLOTS, '/deadline': FILLS_SLOTS },
  };
}

/**
 * The rules of the one board whose slots are filled, as a rulebook without boards; of a call without boards its own.
 * @throws DomainError `supplement_one_board` (refused) where the open categories belong to several
 */
function rulesOfBoard(parent: Rulebook, categoryKeys: readonly string[] | undefined): Rulebook {
  const chosen = parent.categories.filter(({ key, open }) => (categoryKeys ? categoryKeys.includes(key) : open)).map(({ key }) => key);
  const boards = new Set(chosen.map((key) => boardOf(parent, key)));
  if (boards.size > 1) throw refused('supplement_one_board', say('各板块资金分开，一次补充征集只能填补一个板块的名额：请只选该板块的类别', 'Each board has money of its own, so a supplementary call fills the slots of one board: choose categories of that board only'));
  const [board] = boards;
  if (!board) return parent;
  const { boards: _, ...rules } = rulesFor(parent, chosen[0]!);
  return withoutBoardNames({ ...rules, categories: rules.categories.filter(({ key }) => board.categories.includes(key)) });
}

const unnamed = <Part extends { boards?: string[] }>({ boards: _, ...part }: Part) => part;

const withoutBoardNames = (book: Rulebook): Rulebook => ({
  ...book, form: { ...book.form, sections: book.form.sections.map(unnamed) }, budget: { ...book.budget, rules: book.budget.rules.map((rule) => unnamed(rule) as typeof rule) },
  scoring: { ...book.scoring, stages: book.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map(unnamed) })) },
});

/** Questions end as long before the deadline as in the parent; in a window that is too short for that they may be asked to its end. */
function deadlineIn({ deadline }: Rulebook, { opensAt, closesAt }: Pick<Supplement, 'opensAt' | 'closesAt'>): Rulebook['deadline'] {
  const { questionsUntil, ...inherited } = deadline;
  const until = questionsUntil === undefined ? NaN : Date.parse(closesAt) - (Date.parse(deadline.at) - Date.parse(questionsUntil));
  return { ...inherited, at: closesAt, ...(until > Date.parse(opensAt) ? { questionsUntil: inBeijing(new Date(until)) } : {}) };
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
