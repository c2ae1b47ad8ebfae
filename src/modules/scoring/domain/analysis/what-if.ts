import type { ScoreTree, StageRule } from '../score-tree/tree.js';
import type { JudgeSheet, ScoredApplication, SheetScores } from '../score-tree/sheets.js';
import { rankApplications } from '../score-tree/rank-applications.js';
import { Ratio } from '../score-tree/ratio.js';
import { scoreSheet } from '../score-tree/sheet-score.js';
import type { GivenScore } from './judge-statistics.js';

/** Ranks by application; null where it could not be ranked. */
export type Ranks = ReadonlyMap<string, number | null>;

const ranksOf = (tree: ScoreTree, input: SheetScores): Ranks => new Map(rankApplications(tree, input).results.map(({ applicationId, rank }) => [applicationId, rank]));

export const ranksNow = (tree: ScoreTree, input: SheetScores): Ranks => ranksOf(tree, input);

/** A quorum is a rule for the real ranking; without one judge the question is only what the others say. */
const unbound = (tree: ScoreTree): ScoreTree => ({
  ...tree,
  stages: tree.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => (bloc.kind === 'judges' ? { ...bloc, quorum: 1, missing: 'leave-out' as const, aggregate: eased(bloc.aggregate) } : bloc)) })),
});

const eased = (rule: Extract<StageRule['blocs'][number], { kind: 'judges' }>['aggregate']) => (rule.kind === 'trimmed-mean' ? { ...rule, minimum: 1 } : rule);

/** The ranks as they would be had the judge stepped aside everywhere. */
export function ranksWithout(tree: ScoreTree, { applications }: SheetScores, judgeId: string): Ranks {
  const aside = (sheet: JudgeSheet): JudgeSheet => (sheet.judgeId === judgeId ? { ...sheet, state: 'recused', entries: {} } : sheet);
  return ranksOf(unbound(tree), { applications: applications.map((application) => ({ ...application, sheets: application.sheets.map(aside) })) });
}

/** Every counted sheet of one bloc as a single score on the tree's scale. */
export function givenScores(tree: ScoreTree, { applications }: SheetScores, stageId: string, blocId: string): GivenScore[] {
  const bloc = tree.stages.find(({ id }) => id === stageId)?.blocs.find(({ id }) => id === blocId);
  if (bloc?.kind !== 'judges') return [];
  return applications.flatMap(({ id, sheets }) => sheets.filter((sheet) => sheet.stageId === stageId && sheet.blocId === blocId).flatMap((sheet) => {
    const { score } = scoreSheet(bloc.criteria, sheet, Ratio.parse(tree.outOf));
    return score === null ? [] : [{ judge: sheet.judgeId, applicationId: id, score: Number(score.shown()) }];
  }));
}

const WHOLE = 'sheet';
const PLACES = 4;

/**
 * The ranks as they would be with other scores in place of whole sheets. Each bloc is read as one criterion, so a tie that only a
 * criterion would part stays a tie.
 */
export function ranksWithScores(tree: ScoreTree, { applications }: SheetScores, scores: readonly GivenScore[]): Ranks {
  const whole: ScoreTree = {
    ...tree, tieBreak: tree.tieBreak.filter(({ by }) => by !== 'criterion'),
    stages: tree.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => (bloc.kind === 'judges' ? { ...bloc, criteria: [{ id: WHOLE, max: tree.outOf }] } : bloc)) })),
  };
  const votes = new Set(tree.stages.flatMap((stage) => stage.blocs.filter(({ kind }) => kind === 'ballot').map(({ id }) => `${stage.id}/${id}`)));
  const found = new Map(scores.map(({ judge, applicationId, score }) => [`${judge} ${applicationId}`, score]));
  const replaced = (application: ScoredApplication): ScoredApplication => ({
    ...application,
    sheets: application.sheets.map((sheet) => {
      if (votes.has(`${sheet.stageId}/${sheet.blocId}`)) return sheet;
      const score = found.get(`${sheet.judgeId} ${application.id}`);
      const entries: JudgeSheet['entries'] = score === undefined ? {} : { [WHOLE]: score.toFixed(PLACES) };
      return { ...sheet, entries };
    }),
  });
  return ranksOf(whole, { applications: applications.map(replaced) });
}

export interface Consequence {
  /** Who would be among the first so many, and is not. */
  readonly enters: readonly string[];
  /** Who is among the first so many, and would not be. */
  readonly leaves: readonly string[];
  readonly moved: number;
}

/** What other ranks would change among the first `line` and over all. */
export function consequenceOf(now: Ranks, then: Ranks, line: number): Consequence {
  const first = (ranks: Ranks) => new Set([...ranks].filter(([, rank]) => rank !== null && rank <= line).map(([id]) => id));
  const [before, after] = [first(now), first(then)];
  return {
    enters: [...after].filter((id) => !before.has(id)).sort(), leaves: [...before].filter((id) => !after.has(id)).sort(),
    moved: [...now].filter(([id, rank]) => then.get(id) !== rank).length,
  };
}
