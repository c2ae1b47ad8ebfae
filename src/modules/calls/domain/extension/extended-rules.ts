import { dayOf, daysBetween } from '#libs/calendar';
import { inBeijing, movedText } from '../move-dates.js';
import type { Board, Rulebook, Stage } from '../rulebook/rulebook.js';

export interface LaterDeadline {
  readonly closesAt: Date;
  /** Whether every stage after the applications moves by as many days as the deadline does. */
  readonly movesLater: boolean;
}

/**
 * The rules with a later end of the application stage, which is the deadline. A board that ends on its own and has not ended when the
 * extension is decided ends later by as much: an extension is for everybody who can still apply.
 */
export function extendedRules(book: Rulebook, { closesAt, movesLater }: LaterDeadline, now: Date): Rulebook {
  const at = inBeijing(closesAt);
  const application = book.stages.findIndex(({ kind }) => kind === 'application');
  const days = movesLater ? daysBetween(dayOf(new Date(book.deadline.at)), dayOf(closesAt)) : 0;
  const stages = book.stages.map((stage, index): Stage => {
    if (index === application) return { ...stage, closesAt: at };
    return index > application ? later(stage, days) : stage;
  });
  const by = closesAt.getTime() - Date.parse(book.deadline.at);
  const boards = book.boards && { boards: book.boards.map((board) => laterBoard(board, by, now)) };
  return { ...book, ...boards, stages, deadline: { ...book.deadline, at } };
}

const later = (stage: Stage, days: number): Stage => ({
  ...stage, opensAt: stage.opensAt && movedText(stage.opensAt, days), closesAt: stage.closesAt && movedText(stage.closesAt, days),
});

function laterBoard(board: Board, by: number, now: Date): Board {
  const ends = board.closesAt === undefined ? null : new Date(board.closesAt);
  return ends === null || ends <= now ? board : { ...board, closesAt: inBeijing(new Date(ends.getTime() + by)) };
}
