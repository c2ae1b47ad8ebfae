import { createHash } from 'node:crypto';
import { invalid, say } from '#libs/errors';
import { exactJson } from './exact-json.js';
import type { RankedApplication } from './score-tree/ranking.js';
import { rankApplications } from './score-tree/rank-applications.js';
import type { JudgeSheet, ScoredApplication, SheetScores } from './score-tree/sheets.js';
import type { ScoreTree } from './score-tree/tree.js';
import type { PublishedDraw } from './tie-decision.js';

/** What is published so that anybody can recompute a ranking with `scripts/verify-ranking.mjs` and without the platform. */
export interface RankingManifest {
  readonly method: 'qx-score-1';
  readonly rubric: ScoreTree;
  /** Everything but the sheets: group, outside values, preference points, requested amount, committee order. */
  readonly applications: readonly Omit<ScoredApplication, 'sheets'>[];
  readonly recusals: readonly SheetPlace[];
  /** One row per sheet due; `points` is empty where none was handed in. */
  readonly scores: readonly (SheetPlace & { readonly points: JudgeSheet['entries'] })[];
  /** How equals were drawn where the chain ends in a lot; left out where no lot was drawn. */
  readonly draws?: readonly PublishedDraw[];
  readonly results: readonly PublishedResult[];
}

export interface SheetPlace {
  readonly applicationId: string;
  readonly stageId: string;
  readonly blocId: string;
  readonly judgeId: string;
}

export interface PublishedResult {
  readonly applicationId: string;
  readonly total: string | null;
  readonly groupNormalised: string | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  readonly notRankable: readonly string[];
}

export interface SealedManifest {
  readonly manifest: RankingManifest;
  /** Exactly the bytes to publish: the hash is taken over them. */
  readonly json: string;
  readonly sha256: string;
}

/**
 * Ranks the round and seals what a stranger needs to repeat it. `judgeAlias` replaces account ids by the names under
 * which sheets are published (评委1 …); a recused judge's marks and unfinished drafts are never in it. The same round in
 * any order seals to the same bytes. Throws `score.alias_shared` when two judges would appear as one.
 */
export function sealRanking(
  rubric: ScoreTree,
  input: SheetScores,
  judgeAlias: (judgeId: string) => string,
  draws: readonly PublishedDraw[] = [],
): SealedManifest {
  refuseSharedAliases(input, judgeAlias);
  const manifest: RankingManifest = {
    method: 'qx-score-1',
    rubric,
    applications: sorted(input.applications.map(({ sheets: _, ...facts }) => facts)),
    recusals: sorted(placesOf(input, 'recused', judgeAlias).map(({ place }) => place)),
    scores: sorted([
      ...placesOf(input, 'submitted', judgeAlias).map(({ place, sheet }) => ({ ...place, points: sheet.entries })),
      ...placesOf(input, 'missing', judgeAlias).map(({ place }) => ({ ...place, points: {} })),
    ]),
    ...(draws.length > 0 ? { draws: sorted(draws) } : {}),
    results: sorted(rankApplications(rubric, input).results.map(publish)),
  };
  const json = exactJson(manifest);
  return { manifest, json, sha256: createHash('sha256').update(json).digest('hex') };
}

/** With one name for two judges, the recusal of one would take the other's sheet out of the recomputation. */
function refuseSharedAliases(input: SheetScores, judgeAlias: (judgeId: string) => string): void {
  const judges = new Set(input.applications.flatMap((each) => each.sheets.map((sheet) => sheet.judgeId)));
  if (new Set([...judges].map(judgeAlias)).size === judges.size) return;
  throw invalid('score.alias_shared', say('两位评委使用了同一代号', 'Two judges were given the same alias'));
}

function sorted<T>(rows: readonly T[]): readonly T[] {
  const keyed = rows.map((row) => ({ row, key: exactJson(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

function placesOf(input: SheetScores, state: JudgeSheet['state'], judgeAlias: (judgeId: string) => string) {
  return input.applications.flatMap((application) =>
    application.sheets
      .filter((sheet) => sheet.state === state)
      .map((sheet) => {
        const { stageId, blocId } = sheet;
        return { sheet, place: { applicationId: application.id, stageId, blocId, judgeId: judgeAlias(sheet.judgeId) } };
      }),
  );
}

function publish(result: RankedApplication): PublishedResult {
  const { applicationId, total, groupNormalised, rank, rankInGroup } = result;
  const notRankable = [...new Set(result.notRankable.map((reason) => reason.code))].sort();
  return { applicationId, total, groupNormalised, rank, rankInGroup, notRankable };
}
