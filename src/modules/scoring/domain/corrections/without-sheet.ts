import type { RankingManifest } from '../ranking-manifest.js';
import { inputOf } from '../read-manifest.js';
import { rankApplications } from '../score-tree/rank-applications.js';
import type { RankedApplication } from '../score-tree/ranking.js';
import type { JudgeSheet } from '../score-tree/sheets.js';

export interface MovedRank {
  readonly applicationId: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly totalBefore: string | null;
  readonly totalAfter: string | null;
}

/** Results of a sealed ranking as they stand, and once one judge has stepped aside from one application. */
export interface TwoRankings {
  readonly now: readonly RankedApplication[];
  readonly then: readonly RankedApplication[];
}

/** Computed from the manifest alone. */
export function rankWithout(manifest: RankingManifest, judgeAlias: string, applicationId: string): TwoRankings {
  const input = inputOf(manifest);
  const aside = (sheet: JudgeSheet): JudgeSheet => (sheet.judgeId === judgeAlias ? { ...sheet, state: 'recused', entries: {} } : sheet);
  const changed = { applications: input.applications.map((one) => (one.id === applicationId ? { ...one, sheets: one.sheets.map(aside) } : one)) };
  return { now: rankApplications(manifest.rubric, input).results, then: rankApplications(manifest.rubric, changed).results };
}

/** Whose ranks or scores change. */
export function movedBetween({ now: before, then }: TwoRankings): MovedRank[] {
  const after = new Map(then.map((result) => [result.applicationId, result]));
  return before.flatMap((now): MovedRank[] => {
    const next = after.get(now.applicationId)!;
    if (next.rank === now.rank && next.total === now.total) return [];
    return [{ applicationId: now.applicationId, before: now.rank, after: next.rank, totalBefore: now.total, totalAfter: next.total }];
  });
}
