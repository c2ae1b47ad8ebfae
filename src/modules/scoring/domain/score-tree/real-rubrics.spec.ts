import { aBloc, aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { rankApplications } from './rank-applications.js';
import type { JudgeSheet, ScoredApplication } from './sheets.js';
import type { ScoreTree } from './tree.js';

/** `id total rank` of every result, in order. */
function told(tree: ScoreTree, ...applications: ScoredApplication[]): string[] {
  return rankApplications(tree, { applications }).results.map(
    (each) => `${each.applicationId} ${each.total ?? '—'} ${each.rank ?? '—'}`,
  );
}

const judgesAndCrowd = (experts: string[], crowd: string[], stage = 'final'): readonly JudgeSheet[] => [
  ...sheets(stage, 'experts', experts),
  ...sheets(stage, 'crowd', crowd),
];

/*
 * Weights and limits are those of the programmes (domain.md section 11). What their pages do not tell is chosen here and said beside it.
 * Every result is worked out by hand, one operation at a time, before the engine is asked: products first, sums next, rounding to two
 * places once, at the end, half up.
 */
describe('score compositions of real programmes, computed by hand', () => {
  it('R1 Zhongshan 博爱100 (2013): project score, fundraising bonus up to 50, special bonus of 5 to 20', () => {
    const tree = aTree([aStage('final', '100', [aBloc('experts', '80'), aBloc('crowd', '20')])], {
      bonuses: [
        { id: 'fundraising', source: 'raised', max: '50', normalise: { by: 'points', max: '50' } },
        { id: 'special', source: 'special', max: '20', min: '5', normalise: { by: 'points', max: '20' } },
      ],
    });
    // Told: 100 points of experts and a mass jury, up to 50 for funds raised, 5 to 20 for special topics. Chosen: 80 to 20 between the two juries.
    // A: experts (88 + 92) ÷ 2 = 90, × 0.8 = 72; crowd 85 × 0.2 = 17; 72 + 17 = 89; raised 62, of which 50 count; special 20; 89 + 50 + 20 = 159.
    // B: 95 × 0.8 = 76; 90 × 0.2 = 18; 76 + 18 = 94; raised 12.5; special 3, lifted to the least of 5; 94 + 12.5 + 5 = 111.5.
    // C: 80 + 20 = 100; 100 + 50 + 20 = 170, the most there is. D: as B, without a bonus: 94.
    expect(
      told(
        tree,
        anApplication('A', judgesAndCrowd(['88', '92'], ['85']), { outside: { raised: '62', special: '20' } }),
        anApplication('B', judgesAndCrowd(['95'], ['90']), { outside: { raised: '12.5', special: '3' } }),
        anApplication('C', judgesAndCrowd(['100'], ['100']), { outside: { raised: '50', special: '20' } }),
        anApplication('D', judgesAndCrowd(['95'], ['90'])),
      ),
    ).toEqual(['C 170.00 1', 'A 159.00 2', 'B 111.50 3', 'D 94.00 4']);
  });

  it('R2 Dongguan (2011): live review 60, designated donations secured 20, online vote 20', () => {
    const tree = aTree([
      aStage('live', '60'),
      aStage('donations', '20', [
        { kind: 'outside', id: 'd', weight: '100', source: 'donations', normalise: { by: 'target', target: '50000' }, whenAbsent: 'zero' },
      ]),
      aStage('vote', '20', [
        { kind: 'outside', id: 'v', weight: '100', source: 'votes', normalise: { by: 'share-of-best' }, whenAbsent: 'not-rankable' },
      ]),
    ]);
    // Chosen: donations count against a target of 50,000, votes against the most votes of anybody (2,000).
    // A: (88 + 91 + 90) ÷ 3 = 269/3, × 0.6 = 53.8; 30,000 ÷ 50,000 = 60 of 100, × 0.2 = 12; 1,500 ÷ 2,000 = 75 of 100, × 0.2 = 15;
    //    53.8 + 12 + 15 = 80.8.
    // B: 80 × 0.6 = 48; 70,000 is over the target, 100 × 0.2 = 20; most votes, 100 × 0.2 = 20; 48 + 20 + 20 = 88. C: no vote is recorded.
    expect(
      told(
        tree,
        anApplication('A', sheets('live', 'panel', ['88', '91', '90']), { outside: { donations: '30000', votes: '1500' } }),
        anApplication('B', sheets('live', 'panel', ['80']), { outside: { donations: '70000', votes: '2000' } }),
        anApplication('C', sheets('live', 'panel', ['99']), { outside: { donations: '70000' } }),
      ),
    ).toEqual(['B 88.00 1', 'A 80.80 2', 'C — —']);
  });

  it('R3 Qingdao 文明实践: first review 15, document review 25, roadshow 60', () => {
    const tree = aTree([aStage('first', '15'), aStage('documents', '25'), aStage('roadshow', '60')]);
    const of = (id: string, first: string, documents: string, roadshow: string[]) =>
      anApplication(id, [
        ...sheets('first', 'panel', [first]),
        ...sheets('documents', 'panel', [documents]),
        ...sheets('roadshow', 'panel', roadshow),
      ]);
    // A: roadshow (88 + 91 + 92 + 90 + 90) ÷ 5 = 451 ÷ 5 = 90.2, × 0.6 = 54.12; 80 × 0.15 = 12; 84 × 0.25 = 21; 12 + 21 + 54.12 = 87.12.
    // B: 92 × 0.15 = 13.8; 90 × 0.25 = 22.5; 84 × 0.6 = 50.4; 13.8 + 22.5 + 50.4 = 86.7. B led before the roadshow.
    expect(
      told(tree, of('B', '92', '90', ['84']), of('A', '80', '84', ['88', '91', '92', '90', '90'])),
    ).toEqual(['A 87.12 1', 'B 86.70 2']);
  });

  it('R4 Chongqing volunteer projects: written 40, roadshow 60', () => {
    const tree = aTree([aStage('written', '40'), aStage('roadshow', '60')]);
    // written (82 + 85) ÷ 2 = 83.5, × 0.4 = 33.4; roadshow 91 × 0.6 = 54.6; 33.4 + 54.6 = 88.
    const a = anApplication('A', [...sheets('written', 'panel', ['82', '85']), ...sheets('roadshow', 'panel', ['91'])]);
    expect(told(tree, a)).toEqual(['A 88.00 1']);
  });

  it('R5 China Charity contest, 5th: five experts 70, thirty people 30', () => {
    const tree = aTree([
      aStage('final', '100', [aBloc('experts', '70', { quorum: 5 }), aBloc('crowd', '30', { quorum: 30 })]),
    ]);
    const crowd = [...Array<string>(20).fill('90'), ...Array<string>(10).fill('84')];
    // A: experts (90 + 92 + 88 + 91 + 89) ÷ 5 = 450 ÷ 5 = 90, × 0.7 = 63; crowd (20 × 90 + 10 × 84) ÷ 30 = 2,640 ÷ 30 = 88, × 0.3 = 26.4;
    //    63 + 26.4 = 89.4. B lacks one of the thirty and cannot be ranked.
    const five = ['90', '92', '88', '91', '89'];
    expect(
      told(tree, anApplication('A', judgesAndCrowd(five, crowd)), anApplication('B', judgesAndCrowd(five, crowd.slice(1)))),
    ).toEqual(['A 89.40 1', 'B — —']);
  });

  it('R6 Sichuan youth volunteer contest (2016): defence 70 over weighted items, on-site presence 30', () => {
    const items: [string, string][] = [
      ['building', '20'], ['activities', '20'], ['creativity', '15'], ['coverage', '10'],
      ['plan', '10'], ['brand', '10'], ['effect', '10'], ['stage', '5'],
    ];
    const criteria = items.map(([id, weight]) => ({ id, max: '10', weight }));
    const tree = aTree([aStage('defence', '70', [aBloc('panel', '100', { criteria })]), aStage('presence', '30')]);
    const points = ['9', '8', '10', '7', '9', '8', '9', '10'];
    const entries = Object.fromEntries(items.map(([id], at) => [id, points[at]!]));
    // Told: the eight items and 70 to 30. Chosen: the weights of the items (20 + 20 + 15 + 10 + 10 + 10 + 10 + 5 = 100), each out of 10.
    // points ÷ 10 × weight: 0.9×20 = 18, 0.8×20 = 16, 1×15 = 15, 0.7×10 = 7, 0.9×10 = 9, 0.8×10 = 8, 0.9×10 = 9, 1×5 = 5; together 87.
    // 87 × 0.7 = 60.9; presence 85.25 × 0.3 = 25.575; 60.9 + 25.575 = 86.475, exactly half: up, to 86.48.
    const a = anApplication('A', [
      { stageId: 'defence', blocId: 'panel', judgeId: 'j', state: 'submitted', entries },
      ...sheets('presence', 'panel', ['85.25']),
    ]);
    expect(told(tree, a)).toEqual(['A 86.48 1']);
  });

  it('R7 UESTC fund: first review 50, defence 50, mean of all judges', () => {
    const tree = aTree([aStage('first', '50'), aStage('defence', '50')]);
    // (80 + 81 + 81) ÷ 3 = 242/3, × 0.5 = 121/3; (90 + 91 + 91) ÷ 3 = 272/3, × 0.5 = 136/3; 121/3 + 136/3 = 257/3 = 85.666…, to 85.67.
    const a = anApplication('A', [...sheets('first', 'panel', ['80', '81', '81']), ...sheets('defence', 'panel', ['90', '91', '91'])]);
    expect(told(tree, a)).toEqual(['A 85.67 1']);
  });

  it('R8 “8+7” contest: nine criteria that add up to 100 points', () => {
    const maxima: [string, string][] = [
      ['originality', '15'], ['breakthrough', '15'], ['story', '10'], ['feasibility', '10'], ['humanity', '10'],
      ['sustainability', '10'], ['structure', '10'], ['form', '10'], ['interaction', '10'],
    ];
    const tree = aTree([
      aStage('roadshow', '100', [aBloc('panel', '100', { criteria: maxima.map(([id, max]) => ({ id, max })) })]),
    ]);
    const sheet = (judgeId: string, points: string[]): JudgeSheet => ({
      stageId: 'roadshow', blocId: 'panel', judgeId, state: 'submitted',
      entries: Object.fromEntries(maxima.map(([id], at) => [id, points[at]!])),
    });
    // The maxima: 15 + 15 + 10 × 7 = 100, so points are added as they stand.
    // first: 13 + 12 + 8 + 9 + 9 + 8 + 7 + 8 + 9 = 83; second: 14 + 13.5 + 9 + 8 + 9 + 8 + 8 + 9 + 9.5 = 88; (83 + 88) ÷ 2 = 85.5.
    const a = anApplication('A', [
      sheet('j1', ['13', '12', '8', '9', '9', '8', '7', '8', '9']),
      sheet('j2', ['14', '13.5', '9', '8', '9', '8', '8', '9', '9.5']),
    ]);
    expect(told(tree, a)).toEqual(['A 85.50 1']);
  });
});
