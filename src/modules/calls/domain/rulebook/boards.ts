import type { Board, OfBoards } from './board.js';
import type { Rulebook } from './rulebook.js';

type Boarded = Pick<Rulebook, 'boards'>;

/** The board of a category; null where the call has none, or as long as no category is chosen. */
export const boardOf = ({ boards }: Boarded, categoryKey: string): Board | null => boards?.find(({ categories }) => categories.includes(categoryKey)) ?? null;

/** Whether something counts in a board; what names boards does not count as long as none is chosen. */
export const countsIn = ({ boards }: OfBoards, board: Board | null): boolean => boards === undefined || (board !== null && boards.includes(board.key));

/**
 * The rules under which an application of the category stands: those of its board are a rulebook like any other. Without boards it
 * is the rulebook itself.
 */
export function rulesFor(book: Rulebook, categoryKey: string): Rulebook {
  if (!book.boards) return book;
  const board = boardOf(book, categoryKey);
  const counts = (part: OfBoards): boolean => countsIn(part, board);
  return {
    ...book,
    money: board ? { ...book.money, poolFen: board.poolFen, awards: board.awards, amount: board.amount ?? book.money.amount } : book.money,
    deadline: board?.closesAt ? { ...book.deadline, at: board.closesAt } : book.deadline,
    form: { ...book.form, sections: book.form.sections.filter(counts) },
    budget: { ...book.budget, rules: book.budget.rules.filter(counts) },
    scoring: { ...book.scoring, stages: book.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.filter(counts) })) },
  };
}

/** When applications of the category close: with the call, or earlier with their board. */
export function closesFor({ closesAt, rulebook }: { readonly closesAt: Date; readonly rulebook: Boarded }, categoryKey: string): Date {
  const own = boardOf(rulebook, categoryKey)?.closesAt;
  return own === undefined ? closesAt : new Date(own);
}

/** The rules of every board, or of the call where it has none: what must hold for each of them is asked of each. */
export const everyRules = (book: Rulebook): readonly Rulebook[] => book.boards?.map(({ categories }) => rulesFor(book, categories[0] ?? '')) ?? [book];
