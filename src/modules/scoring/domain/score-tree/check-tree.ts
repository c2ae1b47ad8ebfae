import { invalid, say } from '#libs/errors';
import type { Problem, Sentence } from '#libs/errors';
import { Ratio } from './ratio.js';
import type { BlocRule, JudgeBlocRule, ScoreTree, StageRule, TieBreakStep } from './tree.js';

const HUNDRED = Ratio.of(100);

/** Throws `score.tree_faulty` listing every problem, in words that the author of a rulebook understands. */
export function refuseFaultyTree(tree: ScoreTree): void {
  const problems = problemsOfTree(tree);
  if (problems.length > 0) {
    throw invalid('score.tree_faulty', say('评分规则有误', 'The scoring rules are faulty'), { problems });
  }
}

/** Everything wrong with a tree; a rulebook editor shows it while the tree is still being written. */
export function problemsOfTree(tree: ScoreTree): readonly Problem[] {
  return [
    ...sumProblems('stages', tree.combine, tree.stages),
    ...tree.stages.flatMap((stage, at) => stageProblems(`stages.${at}`, stage)),
    ...repeated('stages', tree.stages.map((stage) => stage.id)),
    ...tree.tieBreak.flatMap((step, at) => stepProblems(`tieBreak.${at}`, step, tree)),
    ...placesProblems('ranking.places', tree.ranking.places),
  ];
}

function problem(path: string, code: string, sentence: Sentence, facts?: Problem['facts']): Problem {
  return { path, code, sentence, ...(facts ? { facts } : {}) };
}

function sumProblems(
  path: string,
  combine: 'weighted' | 'sum',
  parts: readonly { readonly weight: string }[],
): readonly Problem[] {
  if (parts.length === 0) return [problem(path, 'score.empty_level', say('这一级没有内容', 'This level is empty'))];
  if (combine === 'sum') return [];
  const total = Ratio.sum(parts.map((part) => Ratio.parse(part.weight)));
  if (total.compare(HUNDRED) === 0) return [];
  const sentence = say('权重合计为 {total}，应为 100', 'The weights add up to {total}, not to 100');
  return [problem(path, 'score.weights_not_100', sentence, { total: total.shown() })];
}

function repeated(path: string, ids: readonly string[]): readonly Problem[] {
  return ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => problem(path, 'score.repeated_id', say('“{id}”重复', '“{id}” appears twice'), { id }));
}

function stageProblems(path: string, stage: StageRule): readonly Problem[] {
  return [
    ...inEachBoard(stage.blocs).flatMap((blocs) => sumProblems(`${path}.blocs`, stage.combine, blocs)).slice(0, 1),
    ...repeated(`${path}.blocs`, stage.blocs.map((bloc) => bloc.id)),
    ...stage.blocs.flatMap((bloc, at) => blocProblems(`${path}.blocs.${at}`, bloc)),
    ...placesProblems(`${path}.announcedPlaces`, stage.announcedPlaces ?? 0),
  ];
}

/** The blocs that judge one board, for each board that any of them names; without boards all of them. */
function inEachBoard(blocs: readonly BlocRule[]): readonly (readonly BlocRule[])[] {
  const named = [...new Set(blocs.flatMap(({ boards }) => boards ?? []))];
  if (named.length === 0) return [blocs];
  return named.map((board) => blocs.filter(({ boards }) => boards === undefined || boards.includes(board)));
}

function placesProblems(path: string, places: number): readonly Problem[] {
  if (Number.isInteger(places) && places >= 0 && places <= 6) return [];
  return [problem(path, 'score.places_out_of_range', say('小数位数应为 0 到 6', 'Decimals run from 0 to 6'))];
}

function blocProblems(path: string, bloc: BlocRule): readonly Problem[] {
  if (bloc.kind === 'outside') return [];
  if (bloc.kind === 'ballot') return quorumProblems(path, bloc.quorum);
  return [
    ...criteriaProblems(`${path}.criteria`, bloc),
    ...repeated(`${path}.criteria`, bloc.criteria.map((criterion) => criterion.id)),
    ...aggregationProblems(`${path}.aggregate`, bloc),
  ];
}

function criteriaProblems(path: string, { criteria }: JudgeBlocRule): readonly Problem[] {
  const weighted = criteria.filter((criterion) => criterion.weight !== undefined);
  if (weighted.length !== 0 && weighted.length !== criteria.length) {
    const sentence = say('要么每个指标都写权重，要么都不写', 'Give every criterion a weight, or none');
    return [problem(path, 'score.some_weights_absent', sentence)];
  }
  if (criteria.some((criterion) => Ratio.parse(criterion.max).compare(Ratio.zero) <= 0)) {
    return [problem(path, 'score.max_not_positive', say('满分须大于 0', 'The maximum must be above 0'))];
  }
  return sumProblems(path, weighted.length === 0 ? 'sum' : 'weighted', criteria.map((each) => ({ weight: each.weight ?? '0' })));
}

function aggregationProblems(path: string, { aggregate, quorum }: JudgeBlocRule): readonly Problem[] {
  const problems = [...quorumProblems(path, quorum)];
  if (aggregate.kind === 'trimmed-mean' && aggregate.threshold < 3) {
    const sentence = say('至少 3 份评分才能去掉最高分和最低分', 'Dropping two scores needs at least three');
    problems.push(problem(path, 'score.threshold_below_three', sentence));
  }
  return problems;
}

function quorumProblems(path: string, quorum: number): readonly Problem[] {
  if (Number.isInteger(quorum) && quorum >= 1) return [];
  return [problem(path, 'score.quorum_below_one', say('法定评分数至少为 1', 'The quorum is at least 1'))];
}

function stepProblems(path: string, step: TieBreakStep, tree: ScoreTree): readonly Problem[] {
  if (!('stageId' in step)) return [];
  const stage = tree.stages.find((each) => each.id === step.stageId);
  const bloc = 'blocId' in step ? stage?.blocs.find((each) => each.id === step.blocId) : undefined;
  const known = step.by === 'criterion' ? hasCriterion(bloc, step.criterionId) : step.by === 'bloc' ? bloc : stage;
  if (known) return [];
  const sentence = say('同分规则指向不存在的评分项', 'The tie-break step names a part of the tree that does not exist');
  return [problem(path, 'score.step_names_nothing', sentence)];
}

function hasCriterion(bloc: BlocRule | undefined, criterionId: string): boolean {
  return bloc?.kind === 'judges' && bloc.criteria.some((criterion) => criterion.id === criterionId);
}
