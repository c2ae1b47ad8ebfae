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

/** Whose ranks or scores change in a sealed ranking once one judge has stepped aside from one application. Computed from the manifest alone. */
export function movedWithout(manifest: RankingManifest, judgeAlias: string, applicationId: string): MovedRank[] {
  const input = inputOf(manifest);
  const aside = (sheet: JudgeSheet): JudgeSheet => (sheet.judgeId === judgeAlias ? { ...sheet, state: 'recused', entries: {} } : sheet);
  const then = { applications: input.applications.map((one) => (one.id === applicationId ? { ...one, sheets: one.sheets.map(aside) } : one)) };
  const after = new Map(rankApplications(manifest.rubric, then).results.map((result) => [result.applicationId, result]));
  return rankApplications(manifest.rubric, input).results.flatMap((now): MovedRank[] => {
    const next = after.get(now.applicationId) as RankedApplication;
    if (next.rank === now.rank && next.total === now.total) return [];
    return [{ applicationId: now.applicationId, before: now.rank, after: next.rank, totalBefore: now.total, totalAfter: next.total }];
  });
}
