import { say } from '#libs/errors';
import { scoreApplication } from './application-score.js';
import type { ApplicationScore } from './application-score.js';
import { countBallots } from './ballot-bloc.js';
import type { Field } from './bloc-score.js';
import { refuseFaultyScores } from './check-scores.js';
import { refuseFaultyTree } from './check-tree.js';
import { comparableFigures } from './group-normalisation.js';
import type { Figures } from './group-normalisation.js';
import { bestBySource } from './outside-score.js';
import type { RankedApplication, Ranking, Remark } from './ranking.js';
import { Ratio } from './ratio.js';
import type { SheetScores } from './sheets.js';
import { standings } from './standings.js';
import type { Standing } from './standings.js';
import type { ScoreTree } from './tree.js';

/**
 * Ranks a round by its declared rules and nothing else. The same input in any order gives the same output; nothing is
 * rounded before the end but a stage whose announced score counts. Throws `score.tree_faulty` or `score.sheets_faulty`
 * with every faulty place.
 */
export function rankApplications(tree: ScoreTree, input: SheetScores): Ranking {
  refuseFaultyTree(tree);
  refuseFaultyScores(tree, input);
  const field = { outOf: Ratio.parse(tree.outOf), best: bestBySource(input.applications), ballots: ballotsOf(tree, input) };
  const scores = input.applications.map((application) => scoreApplication(tree, application, field));
  const rankable = scores.filter((score) => score.total !== null);
  const inGroup = standInGroups(tree, rankable);
  const figures = comparableFigures(tree, rankable, inGroup);
  const overall = standInBoards(rankable, (score) => figures.get(score)!, tree);
  const groupRanks = new Map([...inGroup.values()].flat().map(({ score, rank }) => [score, rank]));
  const out = scores.filter((score) => score.total === null).sort(byId);
  return {
    results: [
      ...overall.standings.map((standing) => ranked(tree, standing, figures, groupRanks)),
      ...out.map((score) => unranked(score)),
    ],
    ties: overall.ties,
    warnings: unevenTotals(tree, rankable),
  };
}

function ballotsOf(tree: ScoreTree, { applications }: SheetScores): Field['ballots'] {
  return new Map(tree.stages.flatMap((stage) => stage.blocs.flatMap((bloc) =>
    bloc.kind === 'ballot' ? [[`${stage.id}/${bloc.id}`, countBallots(stage.id, bloc, applications, Ratio.parse(tree.outOf))] as const] : [],
  )));
}

function byId(a: ApplicationScore, b: ApplicationScore): number {
  return a.application.id < b.application.id ? -1 : 1;
}

/** Each board has a ranking of its own, one after the other; without boards there is one. */
function standInBoards(scores: readonly ApplicationScore[], figure: (score: ApplicationScore) => Ratio, tree: ScoreTree): ReturnType<typeof standings> {
  const boards = [...new Set(scores.map(({ application }) => application.boardId ?? ''))].sort();
  const each = boards.map((board) => standings(scores.filter(({ application }) => (application.boardId ?? '') === board), figure, tree));
  return { standings: each.flatMap((one) => one.standings), ties: each.flatMap((one) => one.ties) };
}

function standInGroups(tree: ScoreTree, scores: readonly ApplicationScore[]): Map<string, readonly Standing[]> {
  const groups = new Map<string, ApplicationScore[]>();
  for (const score of scores) {
    const id = score.application.groupId ?? '';
    groups.set(id, [...(groups.get(id) ?? []), score]);
  }
  return new Map([...groups].map(([id, members]) => [id, standings(members, (score) => score.total!, tree).standings]));
}

function ranked(
  tree: ScoreTree,
  standing: Standing,
  figures: Figures,
  groupRanks: ReadonlyMap<ApplicationScore, number>,
): RankedApplication {
  const { score, rank, shared } = standing;
  const { places, groups } = tree.ranking;
  return {
    applicationId: score.application.id,
    groupId: score.application.groupId ?? null,
    total: score.total!.round(places),
    exact: score.total!.toString(),
    groupNormalised: groups === 'none' ? null : figures.get(score)!.round(places),
    rank,
    rankInGroup: score.application.groupId === undefined ? null : groupRanks.get(score)!,
    sharesRank: shared > 1,
    notRankable: [],
    breakdown: score.breakdown,
  };
}

function unranked(score: ApplicationScore): RankedApplication {
  return {
    applicationId: score.application.id,
    groupId: score.application.groupId ?? null,
    total: null,
    exact: null,
    groupNormalised: null,
    rank: null,
    rankInGroup: null,
    sharesRank: false,
    notRankable: score.reasons,
    breakdown: score.breakdown,
  };
}

/** Adding scores up punishes whoever had a judge step aside: the mean does not, so the reader is told. */
function unevenTotals(tree: ScoreTree, scores: readonly ApplicationScore[]): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const stage of tree.stages) {
    for (const bloc of stage.blocs) {
      if (bloc.kind !== 'judges' || bloc.aggregate.kind !== 'sum') continue;
      const sizes = new Set(scores.map((score) => countedIn(score, stage.id, bloc.id)));
      if (sizes.size < 2) continue;
      remarks.push({
        code: 'score.sums_over_unequal_panels',
        sentence: say(
          '“{blocId}”按总分相加，但各申报的评委人数不同（{sizes}），总分不可比',
          '“{blocId}” adds scores up, yet applications had different numbers of judges ({sizes}): the totals do not compare',
        ),
        facts: { stageId: stage.id, blocId: bloc.id, sizes: [...sizes].sort((a, b) => a - b).join(', ') },
      });
    }
  }
  return remarks;
}

function countedIn(score: ApplicationScore, stageId: string, blocId: string): number {
  const stage = score.breakdown.stages.find((each) => each.id === stageId);
  const bloc = stage?.blocs.find((each) => each.id === blocId);
  return bloc?.kind === 'judges' ? bloc.counted : 0;
}
