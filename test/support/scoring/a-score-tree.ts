import type { JudgeSheet, ScoredApplication } from '../../../src/modules/scoring/domain/score-tree/sheets.js';
import type { JudgeBlocRule, ScoreTree, StageRule } from '../../../src/modules/scoring/domain/score-tree/tree.js';

/** A judges' bloc with one criterion of 100 points, plain mean, quorum one, unless told otherwise. */
export function aBloc(id: string, weight: string, changes: Partial<JudgeBlocRule> = {}): JudgeBlocRule {
  return {
    kind: 'judges',
    id,
    weight,
    criteria: [{ id: 'overall', max: '100' }],
    aggregate: { kind: 'mean' },
    quorum: 1,
    missing: 'leave-out',
    ...changes,
  };
}

export function aStage(id: string, weight: string, blocs: StageRule['blocs'] = [aBloc('panel', '100')]): StageRule {
  return { id, weight, combine: 'weighted', blocs };
}

export function aTree(stages: readonly StageRule[], changes: Partial<ScoreTree> = {}): ScoreTree {
  return {
    method: 'qx-score-1',
    outOf: '100',
    combine: 'weighted',
    stages,
    bonuses: [],
    ranking: { places: 2, on: 'rounded', groups: 'none' },
    tieBreak: [],
    ...changes,
  };
}

function entriesOf(score: string | null): JudgeSheet['entries'] {
  return score === null || score === 'recused' ? {} : { overall: score };
}

/** One sheet for each score: `null` is a sheet not handed in, `'recused'` a judge who stepped aside. */
export function sheets(stageId: string, blocId: string, scores: readonly (string | null)[]): readonly JudgeSheet[] {
  return scores.map((score, at) => ({
    stageId,
    blocId,
    judgeId: `judge-${String(at + 1).padStart(2, '0')}`,
    state: score === null ? 'missing' : score === 'recused' ? 'recused' : 'submitted',
    entries: entriesOf(score),
  }));
}

export function anApplication(
  id: string,
  given: readonly JudgeSheet[],
  changes: Partial<ScoredApplication> = {},
): ScoredApplication {
  return { id, sheets: given, outside: {}, ...changes };
}
