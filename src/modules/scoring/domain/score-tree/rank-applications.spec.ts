import { aBloc, aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { rankApplications } from './rank-applications.js';
import type { RankedApplication, Ranking } from './ranking.js';
import type { AggregationRule, JudgeBlocRule, RankingRule, ScoreTree } from './tree.js';

const trimmed: AggregationRule = { kind: 'trimmed-mean', threshold: 5, minimum: 3 };

function oneBloc(changes: Partial<JudgeBlocRule> = {}, tree: Partial<ScoreTree> = {}): ScoreTree {
  return aTree([aStage('s', '100', [aBloc('b', '100', changes)])], tree);
}

function scored(tree: ScoreTree, scores: readonly (string | null)[]): RankedApplication {
  return rankApplications(tree, { applications: [anApplication('A', sheets('s', 'b', scores))] }).results[0]!;
}

const judgesOf = (result: RankedApplication) => {
  const bloc = result.breakdown.stages[0]!.blocs[0]!;
  return bloc.kind === 'judges' ? bloc : undefined;
};

describe('a weighted sheet', () => {
  const criteria = [
    { id: 'a', max: '10', weight: '50' },
    { id: 'b', max: '10', weight: '30' },
    { id: 'c', max: '10', weight: '20' },
  ];
  const rank = (entries: Record<string, string>, outOf = '10') =>
    rankApplications(oneBloc({ criteria }, { outOf }), {
      applications: [anApplication('A', [{ stageId: 's', blocId: 'b', judgeId: 'j', state: 'submitted', entries }])],
    }).results[0]!;

  it('gives 8.2 for 9, 7 and 8 weighted 50, 30 and 20', () => {
    expect(rank({ a: '9', b: '7', c: '8' }).total).toBe('8.20');
    expect(rank({ a: '9', b: '7', c: '8' }, '100').total).toBe('82.00');
  });

  it('lets a criterion that does not apply leave the denominator, visibly', () => {
    const result = rank({ a: '9', b: 'n/a', c: '8' });
    expect(result.exact).toBe('61/7');
    expect(judgesOf(result)!.judges[0]!.criteria[1]).toEqual({ id: 'b', state: 'not-applicable', points: null });
  });

  it('never reads a criterion left empty as zero', () => {
    const result = rank({ a: '9', b: '7' });
    expect(result.rank).toBeNull();
    expect(judgesOf(result)!.judges[0]!.state).toBe('incomplete');
    expect(rank({ a: '9', b: '7', c: '0' }).total).toBe('6.60');
  });
});

describe('a trimmed mean', () => {
  it('drops one highest and one lowest', () => {
    expect(scored(oneBloc({ aggregate: trimmed }), ['80', '85', '90', '95', '100']).total).toBe('90.00');
    expect(scored(oneBloc({ aggregate: trimmed }), ['88.5', '90', '91', '92', '97']).total).toBe('91.00');
  });

  it('is the plain mean for the one application whose recusals bring it below the threshold', () => {
    const result = scored(oneBloc({ aggregate: trimmed }), ['88.5', '90', '91', '92', 'recused']);
    expect(result.total).toBe('90.38');
    expect(judgesOf(result)).toMatchObject({ applied: 'mean', counted: 4 });
  });

  it('drops exactly one of several equal extremes', () => {
    const result = scored(oneBloc({ aggregate: trimmed }), ['90', '90', '80', '70', '70']);
    expect(result.total).toBe('80.00');
    expect(judgesOf(result)!.judges.map((judge) => judge.state).sort()).toEqual([
      'counted', 'counted', 'counted', 'dropped-highest', 'dropped-lowest',
    ]);
  });

  it('is refused by policy with two scores, not silently skipped', () => {
    const result = scored(oneBloc({ aggregate: trimmed }), ['80', '90']);
    expect(result).toMatchObject({ total: null, rank: null });
    expect(result.notRankable.map((reason) => reason.code)).toEqual(['score.too_few_to_trim']);
  });
});

describe('missing, zero, not applicable and recused', () => {
  const tree = oneBloc({ quorum: 2 }, { outOf: '100' });

  it.each([
    [['8', '9', null], '8.50', 2],
    [['8', '9', '0'], '5.67', 3],
    [['8', '9', 'n/a'], '8.50', 2],
    [['8', '9', 'recused'], '8.50', 2],
  ])('%j gives %s over %d', (scores, total, counted) => {
    const result = scored(tree, scores);
    expect(result.total).toBe(total);
    expect(judgesOf(result)!.counted).toBe(counted);
  });

  it('is not rankable below the quorum, with the reason', () => {
    const strict = oneBloc({ quorum: 3 });
    expect(scored(strict, ['8', '9', null]).notRankable[0]).toMatchObject({
      code: 'score.below_quorum',
      facts: { counted: 2, quorum: 3, open: 1 },
    });
    expect(scored(strict, ['8', '9', '0']).total).toBe('5.67');
    expect(scored(strict, ['8', '9', 'n/a']).rank).toBeNull();
  });

  it('waits for every sheet when the rulebook says so, but not for a recused judge', () => {
    const waiting = oneBloc({ quorum: 2, missing: 'block' });
    expect(scored(waiting, ['8', '9', null]).notRankable[0]!.code).toBe('score.sheets_missing');
    expect(scored(waiting, ['8', '9', 'recused']).total).toBe('8.50');
  });

  it('ranks by mean untouched by a recusal, and says when sums do not compare', () => {
    const panel = (n: number) => [...Array<string>(n).fill('80'), ...Array<string>(10 - n).fill('recused')];
    const applications = [anApplication('nine', sheets('s', 'b', panel(9))), anApplication('ten', sheets('s', 'b', panel(10)))];
    const byMean = rankApplications(oneBloc(), { applications });
    expect(byMean.results.map((each) => [each.total, each.rank])).toEqual([['80.00', 1], ['80.00', 1]]);
    const bySum = rankApplications(oneBloc({ aggregate: { kind: 'sum' } }), { applications });
    expect(bySum.results.map((each) => each.total)).toEqual(['800.00', '720.00']);
    expect(bySum.warnings[0]).toMatchObject({ code: 'score.sums_over_unequal_panels', facts: { sizes: '9, 10' } });
  });
});

describe('rounding', () => {
  const pair = (ranking: RankingRule) =>
    rankApplications(oneBloc({}, { ranking }), {
      applications: [
        anApplication('A', sheets('s', 'b', ['90', '90', '91'])),
        anApplication('B', sheets('s', 'b', ['90.334'])),
      ],
    }).results.map((each) => `${each.applicationId} ${each.total} ${each.rank}`);

  it('makes a tie of totals that differ beyond the published digits only where the rulebook ranks on rounded totals', () => {
    expect(pair({ places: 2, on: 'rounded', groups: 'none' })).toEqual(['A 90.33 1', 'B 90.33 1']);
    expect(pair({ places: 2, on: 'unrounded', groups: 'none' })).toEqual(['B 90.33 1', 'A 90.33 2']);
  });

  it('carries thirds exactly up to a rounding edge', () => {
    // 100/3 + 200/3 over two blocs of weight 50 is exactly 50, and 0.005 lies exactly on the edge.
    const tree = aTree([aStage('s', '100', [aBloc('b', '50'), aBloc('c', '50')])]);
    const result = rankApplications(tree, {
      applications: [
        anApplication('A', [...sheets('s', 'b', ['0', '0', '100']), ...sheets('s', 'c', ['0', '100', '100'])]),
        anApplication('B', [...sheets('s', 'b', ['0', '0', '0.01']), ...sheets('s', 'c', ['0', '0.01', '0.01'])]),
      ],
    });
    expect(result.results.map((each) => each.total)).toEqual(['50.00', '0.01']);
  });

  it('counts with the announced figure of a stage where the rulebook says so', () => {
    const announced = { ...aStage('s', '100', [aBloc('b', '100')]), announcedPlaces: 1 };
    expect(scored(aTree([announced]), ['90.25']).total).toBe('90.30');
  });
});

describe('groups', () => {
  const rank = (groups: RankingRule['groups']): Ranking =>
    rankApplications(oneBloc({}, { ranking: { places: 2, on: 'rounded', groups } }), {
      applications: ([['A', 'mild', '95'], ['B', 'mild', '85'], ['C', 'harsh', '75'], ['D', 'harsh', '65']] as const).map(
        ([id, groupId, score]) => anApplication(id, sheets('s', 'b', [score]), { groupId }),
      ),
    });

  it('compares raw totals unless told otherwise, and ranks inside the group as well', () => {
    expect(rank('none').results.map((each) => [each.applicationId, each.rank, each.rankInGroup])).toEqual([
      ['A', 1, 1], ['B', 2, 2], ['C', 3, 1], ['D', 4, 2],
    ]);
  });

  it('corrects by the mean of all over the mean of the group, the raw total beside it', () => {
    // overall 80; mild 90, harsh 70: A 95×80/90 = 84.44, C 75×80/70 = 85.71
    expect(rank('coefficient').results.map((each) => [each.applicationId, each.total, each.groupNormalised])).toEqual([
      ['C', '75.00', '85.71'], ['A', '95.00', '84.44'], ['B', '85.00', '75.56'], ['D', '65.00', '74.29'],
    ]);
  });

  it('compares places inside the groups', () => {
    expect(rank('position').results.map((each) => [each.applicationId, each.groupNormalised, each.rank])).toEqual([
      ['A', '75.00', 1], ['C', '75.00', 1], ['B', '25.00', 3], ['D', '25.00', 3],
    ]);
  });
});

describe('faulty rules and faulty scores', () => {
  const codes = (act: () => unknown): string[] => {
    try {
      act();
    } catch (error) {
      return (error as { facts: { problems: { code: string }[] } }).facts.problems.map((each) => each.code);
    }
    return [];
  };

  it('lists every fault of a tree', () => {
    const tree = aTree([aStage('s', '90', [aBloc('b', '100', { aggregate: { ...trimmed, threshold: 2 }, quorum: 0 })])], {
      tieBreak: [{ by: 'bloc', stageId: 's', blocId: 'x' }],
    });
    expect(codes(() => rankApplications(tree, { applications: [] }))).toEqual([
      'score.weights_not_100', 'score.quorum_below_one', 'score.threshold_below_three', 'score.step_names_nothing',
    ]);
  });

  it('refuses a score outside its scale, a sheet entered twice and a sheet of no bloc', () => {
    const faulty = [...sheets('s', 'b', ['101', '-1']), ...sheets('s', 'b', ['50']), ...sheets('s', 'x', ['50'])];
    expect(codes(() => rankApplications(oneBloc(), { applications: [anApplication('A', faulty)] }))).toEqual([
      'score.out_of_scale', 'score.out_of_scale', 'score.entered_twice', 'score.sheet_of_no_bloc',
    ]);
  });

  it('refuses what is not a decimal', () => {
    expect(() => scored(oneBloc(), ['9e1'])).toThrow('score.not_a_decimal');
  });
});
