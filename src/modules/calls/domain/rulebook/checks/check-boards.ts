import { rulesFor } from '../boards.js';
import type { Board, Rulebook } from '../rulebook.js';
import { moneyProblems } from './check-money.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

/** Everything that names boards, with its place. */
function* naming(book: Rulebook): Generator<readonly [path: string, boards: readonly string[]]> {
  for (const [at, { boards }] of book.form.sections.entries()) if (boards) yield [`form.sections.${at}.boards`, boards];
  for (const [at, { boards }] of book.budget.rules.entries()) if (boards) yield [`budget.rules.${at}.boards`, boards];
  for (const [s, { blocs }] of book.scoring.stages.entries()) {
    for (const [b, { boards }] of blocs.entries()) if (boards) yield [`scoring.stages.${s}.blocs.${b}.boards`, boards];
  }
}

function* unknownNames(book: Rulebook): Problems {
  const known = new Set((book.boards ?? []).map(({ key }) => key));
  for (const [path, boards] of naming(book)) {
    for (const key of boards) if (!known.has(key)) yield problem('unknown_board', path, { key });
  }
}

function* membership(boards: readonly Board[], book: Rulebook): Problems {
  const placed = new Set<string>();
  for (const [at, { categories }] of boards.entries()) {
    for (const key of categories) {
      const category = book.categories.find((one) => one.key === key);
      if (!category) yield problem('unknown_category', `boards.${at}.categories`, { key });
      else if (placed.has(key)) yield problem('category_in_two_boards', `boards.${at}.categories`, { category: category.title });
      placed.add(key);
    }
  }
  for (const [at, { key, title }] of book.categories.entries()) if (!placed.has(key)) yield problem('category_in_no_board', `categories.${at}`, { category: title });
}

function* sums(boards: readonly Board[], { money, allocation }: Rulebook): Problems {
  const sumFen = boards.reduce((sum, { poolFen }) => sum + poolFen, 0);
  const awards = boards.reduce((sum, board) => sum + (board.awards ?? 0), 0);
  if (sumFen !== money.poolFen) yield problem('boards_pool_differs', 'boards', { sumFen, poolFen: money.poolFen });
  if (money.awards !== null && awards !== money.awards) yield problem('boards_awards_differ', 'boards', { sum: awards, awards: money.awards });
  if (allocation.minimumShares.length > 0) yield problem('shares_with_boards', 'allocation.minimumShares');
}

function* timing({ closesAt, title }: Board, { stages, deadline }: Rulebook, path: string): Problems {
  if (closesAt === undefined) return;
  const opensAt = stages.find(({ kind }) => kind === 'application')?.opensAt ?? null;
  if (Date.parse(closesAt) > Date.parse(deadline.at)) yield problem('board_closes_late', path, { board: title });
  if (opensAt !== null && Date.parse(closesAt) <= Date.parse(opensAt)) yield problem('board_closes_early', path, { board: title });
}

/** 板块: categories divided among them without rest, money that adds up, an end within that of the call, and nothing named that is not there. */
export function* checkBoards(book: Rulebook): Problems {
  yield* unknownNames(book);
  const { boards } = book;
  if (!boards) return;
  yield* membership(boards, book);
  yield* sums(boards, book);
  for (const [at, board] of boards.entries()) {
    yield* timing(board, book, `boards.${at}.closesAt`);
    const { money } = rulesFor(book, board.categories[0] ?? '');
    yield* moneyProblems({ money, categories: book.categories.filter(({ key }) => board.categories.includes(key)) }, { pool: `boards.${at}.poolFen`, amount: `boards.${at}.amount`, seats: `boards.${at}.categories` });
  }
}
