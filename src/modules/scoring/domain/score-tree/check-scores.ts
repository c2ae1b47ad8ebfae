import { invalid, say } from '#libs/errors';
import type { Problem } from '#libs/errors';
import { Ratio } from './ratio.js';
import { NOT_APPLICABLE, PLACE } from './sheets.js';
import type { JudgeSheet, SheetScores } from './sheets.js';
import type { CriterionRule, ScoreTree } from './tree.js';

/** Throws `score.sheets_faulty` for a score outside its scale, a sheet entered twice, or one that belongs nowhere. */
export function refuseFaultyScores(tree: ScoreTree, input: SheetScores): void {
  const criteria = criteriaByBloc(tree);
  const seen = new Set<string>();
  const problems = input.applications.flatMap((application) => [
    ...unique(seen, application.id, application.id),
    ...application.sheets.flatMap((sheet) => {
      const path = `${application.id}/${sheet.stageId}/${sheet.blocId}/${sheet.judgeId}`;
      return [...unique(seen, path, path), ...sheetProblems(path, sheet, criteria)];
    }),
  ]);
  if (problems.length > 0) {
    throw invalid('score.sheets_faulty', say('评分数据有误', 'The scores are faulty'), { problems });
  }
}

/** A ballot says nothing but places. */
const PLACES: readonly CriterionRule[] = [{ id: PLACE, max: '1000000' }];

type CriteriaByBloc = ReadonlyMap<string, readonly CriterionRule[]>;

function criteriaByBloc(tree: ScoreTree): CriteriaByBloc {
  return new Map(
    tree.stages.flatMap((stage) =>
      stage.blocs.flatMap((bloc): [string, readonly CriterionRule[]][] =>
        bloc.kind === 'outside' ? [] : [[`${stage.id}/${bloc.id}`, bloc.kind === 'ballot' ? PLACES : bloc.criteria]],
      ),
    ),
  );
}

function unique(seen: Set<string>, key: string, path: string): readonly Problem[] {
  if (seen.has(key)) {
    return [{ path, code: 'score.entered_twice', sentence: say('重复录入', 'Entered twice') }];
  }
  seen.add(key);
  return [];
}

function sheetProblems(path: string, sheet: JudgeSheet, criteria: CriteriaByBloc): readonly Problem[] {
  const known = criteria.get(`${sheet.stageId}/${sheet.blocId}`);
  if (!known) {
    return [{ path, code: 'score.sheet_of_no_bloc', sentence: say('评分表不属于任何评委组', 'The sheet belongs to no bloc') }];
  }
  return Object.entries(sheet.entries).flatMap(([criterionId, entry]) =>
    entryProblems(`${path}/${criterionId}`, entry, known.find((each) => each.id === criterionId)),
  );
}

function entryProblems(path: string, entry: string, criterion: CriterionRule | undefined): readonly Problem[] {
  if (!criterion) {
    return [{ path, code: 'score.criterion_unknown', sentence: say('没有这个指标', 'There is no such criterion') }];
  }
  if (entry === NOT_APPLICABLE) return [];
  const points = Ratio.parse(entry);
  if (points.compare(Ratio.zero) >= 0 && points.compare(Ratio.parse(criterion.max)) <= 0) return [];
  const sentence = say('分数 {entry} 应在 0 到 {max} 之间', 'The score {entry} must lie from 0 to {max}');
  return [{ path, code: 'score.out_of_scale', sentence, facts: { entry, max: criterion.max } }];
}
