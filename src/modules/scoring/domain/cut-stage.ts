import type { StageCut } from '#modules/calls';

/** One application's place in the ranking of a stage. */
export interface Placed {
  readonly applicationId: string;
  readonly category: string;
  /** Key of its board, where the call has boards: ranks count within it. */
  readonly board?: string;
  readonly rank: number | null;
  /** Decimal string; null when it could not be ranked. */
  readonly score: string | null;
}

/** Who goes on by the stage's cut, in each board for itself. Equals on the line go on together; whoever could not be ranked does not. */
export function cutStage(placed: readonly Placed[], cut: StageCut): { advanced: string[]; stopped: string[] } {
  const ranked = placed.filter(({ rank }) => rank !== null).sort((a, b) => a.rank! - b.rank!);
  const boards = [...new Set(ranked.map(({ board }) => board))];
  const goesOn = new Set(boards.flatMap((board) => RULES[cut.kind](ranked.filter((one) => one.board === board), cut as never)).map(({ applicationId }) => applicationId));
  const [advanced, stopped] = [placed.filter((one) => goesOn.has(one.applicationId)), placed.filter((one) => !goesOn.has(one.applicationId))];
  return { advanced: advanced.map((one) => one.applicationId), stopped: stopped.map((one) => one.applicationId) };
}

const RULES: { [Kind in StageCut['kind']]: (ranked: readonly Placed[], cut: StageCut & { kind: Kind }) => readonly Placed[] } = {
  all: (ranked) => ranked,
  passed: (ranked) => ranked,
  top_overall: (ranked, { count }) => upTo(ranked, count),
  top_per_category: (ranked, { count }) => [...new Set(ranked.map(({ category }) => category))].flatMap((category) => upTo(ranked.filter((one) => one.category === category), count)),
  minimum_score: (ranked, { score }) => ranked.filter((one) => Number(one.score) >= score),
};

function upTo(ranked: readonly Placed[], count: number): readonly Placed[] {
  const line = ranked[Math.min(count, ranked.length) - 1]?.rank ?? 0;
  return ranked.filter(({ rank }) => rank! <= line);
}
