import fc from 'fast-check';
import type { JudgeSheet, ScoredApplication, SheetScores } from '../../../src/modules/scoring/domain/score-tree/sheets.js';
import type { AggregationRule, BlocRule, ScoreTree, StageRule } from '../../../src/modules/scoring/domain/score-tree/tree.js';

const aggregation: fc.Arbitrary<AggregationRule> = fc.oneof(
  fc.constantFrom<AggregationRule>({ kind: 'mean' }, { kind: 'median' }, { kind: 'sum' }),
  fc.record({ kind: fc.constant('trimmed-mean' as const), threshold: fc.integer({ min: 3, max: 5 }), minimum: fc.integer({ min: 1, max: 3 }) }),
);

const judges = (id: string, weight: string): fc.Arbitrary<BlocRule> =>
  fc.record({
    kind: fc.constant('judges' as const),
    id: fc.constant(id),
    weight: fc.constant(weight),
    criteria: fc.constantFrom(
      [{ id: 'c1', max: '60' }, { id: 'c2', max: '40' }],
      [{ id: 'c1', max: '10', weight: '70' }, { id: 'c2', max: '5', weight: '30' }],
      [{ id: 'c1', max: '3' }, { id: 'c2', max: '4' }],
    ),
    aggregate: aggregation,
    quorum: fc.integer({ min: 1, max: 3 }),
    missing: fc.constantFrom('block' as const, 'leave-out' as const),
  });

const outside = (id: string, weight: string): fc.Arbitrary<BlocRule> =>
  fc.record({
    kind: fc.constant('outside' as const),
    id: fc.constant(id),
    weight: fc.constant(weight),
    source: fc.constantFrom('votes', 'donations'),
    normalise: fc.constantFrom(
      { by: 'share-of-best' as const },
      { by: 'target' as const, target: '70' },
      { by: 'points' as const, max: '90' },
      { by: 'bands' as const, bands: [{ from: '10', points: '30' }, { from: '50', points: '80.5' }] },
    ),
    whenAbsent: fc.constantFrom('zero' as const, 'not-rankable' as const),
  });

const stage = (id: string, weight: string): fc.Arbitrary<StageRule> =>
  fc.oneof(
    fc.tuple(judges('b1', '100')),
    fc.tuple(judges('b1', '70'), judges('b2', '30')),
    fc.tuple(judges('b1', '80'), outside('b2', '20')),
  ).chain((blocs) =>
    fc.record(
      {
        id: fc.constant(id),
        weight: fc.constant(weight),
        combine: fc.constantFrom('weighted' as const, 'sum' as const),
        blocs: fc.constant(blocs),
        announcedPlaces: fc.integer({ min: 0, max: 3 }),
      },
      { requiredKeys: ['id', 'weight', 'combine', 'blocs'] },
    ),
  );

const tree: fc.Arbitrary<ScoreTree> = fc
  .oneof(fc.tuple(stage('s1', '100')), fc.tuple(stage('s1', '40'), stage('s2', '60')))
  .chain((stages) =>
    fc.record({
      method: fc.constant('qx-score-1' as const),
      outOf: fc.constantFrom('100', '10'),
      combine: fc.constantFrom('weighted' as const, 'sum' as const),
      stages: fc.constant(stages),
      bonuses: fc.constantFrom(
        [],
        [{ id: 'x', source: 'donations', max: '20', min: '5', normalise: { by: 'points' as const, max: '60' } }],
      ),
      ranking: fc.record({
        places: fc.integer({ min: 0, max: 3 }),
        on: fc.constantFrom('rounded' as const, 'unrounded' as const),
        groups: fc.constantFrom('none' as const, 'coefficient' as const, 'position' as const),
      }),
      tieBreak: fc.subarray([
        { by: 'stage' as const, stageId: 's1' },
        { by: 'bloc' as const, stageId: 's1', blocId: 'b1' },
        { by: 'criterion' as const, stageId: 's1', blocId: 'b1', criterionId: 'c2' },
        { by: 'preference-points' as const },
        { by: 'requested-amount' as const, prefer: 'lower' as const },
        { by: 'earlier-submission' as const },
        { by: 'lot' as const },
        { by: 'committee' as const },
      ]),
    }),
  );

/** Few distinct values, so that ties, thirds and rounding edges come up all the time. */
const entry = (max: string): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: Number(max) * 2 }).map((half) => String(half / 2)) },
    { weight: 1, arbitrary: fc.constant('n/a') },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

function sheet(stageId: string, bloc: BlocRule & { kind: 'judges' }, judgeId: string): fc.Arbitrary<JudgeSheet> {
  return fc
    .tuple(
      fc.constantFrom('submitted', 'submitted', 'submitted', 'submitted', 'recused', 'missing'),
      ...bloc.criteria.map((criterion) => entry(criterion.max)),
    )
    .map(([state, ...values]) => ({
      stageId,
      blocId: bloc.id,
      judgeId,
      state: state as JudgeSheet['state'],
      entries: Object.fromEntries(
        bloc.criteria.flatMap(({ id }, at) => (values[at] === undefined ? [] : [[id, values[at] as string]])),
      ),
    }));
}

function application(rules: ScoreTree, id: string): fc.Arbitrary<ScoredApplication> {
  const sheets = rules.stages.flatMap((each) =>
    each.blocs.flatMap((bloc) =>
      bloc.kind === 'judges' ? ['j1', 'j2', 'j3', 'j4', 'j5'].map((judge) => sheet(each.id, bloc, judge)) : [],
    ),
  );
  const value = fc.integer({ min: 0, max: 100 }).map(String);
  return fc.record(
    {
      id: fc.constant(id),
      sheets: fc.tuple(...sheets),
      outside: fc.record({ votes: value, donations: value }, { requiredKeys: [] }),
      groupId: fc.constantFrom('g1', 'g2'),
      preferencePoints: fc.constantFrom('0', '1', '2.5'),
      requestedFen: fc.constantFrom(1_000_000, 2_000_000),
      submittedAtMs: fc.integer({ min: 1_770_000_000_000, max: 1_770_000_000_002 }),
      lot: fc.integer({ min: 1, max: 3 }),
      committeeOrder: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['id', 'sheets', 'outside'] },
  );
}

/** A round nobody would design, with everything that a rulebook may say and everything that may be missing. */
export function aRandomRound(): fc.Arbitrary<[ScoreTree, SheetScores]> {
  return tree.chain((rules) =>
    fc
      .integer({ min: 1, max: 6 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => application(rules, `A${at}`))))
      .map((applications): [ScoreTree, SheetScores] => [rules, { applications }]),
  );
}
