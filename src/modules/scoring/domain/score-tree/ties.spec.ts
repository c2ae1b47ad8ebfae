import { aBloc, aStage, aTree, anApplication, sheets } from '../../../../../test/support/scoring/a-score-tree.js';
import { rankApplications } from './rank-applications.js';
import type { ScoredApplication } from './sheets.js';
import type { TieBreakStep } from './tree.js';

const tree = (...tieBreak: TieBreakStep[]) =>
  aTree([aStage('written', '50'), aStage('roadshow', '50', [aBloc('panel', '100')])], { tieBreak });

/** Written and roadshow scores that always meet on a total of 85. */
function tied(id: string, written: number, changes: Partial<ScoredApplication> = {}): ScoredApplication {
  const given = [...sheets('written', 'panel', [`${written}`]), ...sheets('roadshow', 'panel', [`${170 - written}`])];
  return anApplication(id, given, changes);
}

const order = (chain: TieBreakStep[], ...applications: ScoredApplication[]) =>
  rankApplications(tree(...chain), { applications }).results.map((each) => `${each.applicationId}${each.rank}`);

describe('a tie on the total', () => {
  it('is shared and flagged when no chain was declared; the next rank is skipped', () => {
    const low = anApplication('Z', [...sheets('written', 'panel', ['1']), ...sheets('roadshow', 'panel', ['1'])]);
    const ranking = rankApplications(tree(), { applications: [low, tied('B', 80), tied('A', 90)] });
    expect(ranking.results.map((each) => [each.applicationId, each.rank, each.sharesRank])).toEqual([
      ['A', 1, true], ['B', 1, true], ['Z', 3, false],
    ]);
    expect(ranking.ties[0]).toMatchObject({ value: '85.00', order: [['A', 'B']], facts: { open: 1, step: null } });
  });

  it('is parted by a stage, a bloc or a criterion', () => {
    expect(order([{ by: 'stage', stageId: 'roadshow' }], tied('A', 90), tied('B', 80))).toEqual(['B1', 'A2']);
    expect(order([{ by: 'bloc', stageId: 'written', blocId: 'panel' }], tied('A', 80), tied('B', 90))).toEqual(['B1', 'A2']);
    expect(
      order([{ by: 'criterion', stageId: 'written', blocId: 'panel', criterionId: 'overall' }], tied('A', 80), tied('B', 90)),
    ).toEqual(['B1', 'A2']);
  });

  it('goes down the chain only as far as needed and keeps a log of every step', () => {
    const ranking = rankApplications(
      tree({ by: 'stage', stageId: 'written' }, { by: 'preference-points' }, { by: 'requested-amount', prefer: 'lower' }),
      {
        applications: [
          tied('A', 80, { requestedFen: 3_000_000 }),
          tied('B', 80, { requestedFen: 2_000_000 }),
          tied('C', 80, { preferencePoints: '2', requestedFen: 9_000_000 }),
          tied('D', 90),
        ],
      },
    );
    expect(ranking.results.map((each) => each.applicationId)).toEqual(['D', 'C', 'B', 'A']);
    expect(ranking.ties[0]!.steps.map((step) => [step.step.by, step.among.join(''), step.outcome])).toEqual([
      ['stage', 'ABCD', 'parted'],
      ['preference-points', 'ABC', 'parted'],
      ['requested-amount', 'AB', 'parted'],
    ]);
    expect(ranking.ties[0]!.steps[2]!.values).toEqual({ A: '3000000', B: '2000000' });
  });

  it('skips a step for which somebody has no value, and puts nobody behind for it', () => {
    const ranking = rankApplications(tree({ by: 'requested-amount', prefer: 'lower' }), {
      applications: [tied('A', 80, { requestedFen: 1 }), tied('B', 80)],
    });
    expect(ranking.ties[0]!.steps[0]!.outcome).toBe('skipped');
    expect(ranking.results.every((each) => each.sharesRank)).toBe(true);
  });

  it('is parted by the earlier submission or by lot', () => {
    const early = order([{ by: 'earlier-submission' }], tied('A', 80, { submittedAtMs: 2 }), tied('B', 80, { submittedAtMs: 1 }));
    expect(early).toEqual(['B1', 'A2']);
    expect(order([{ by: 'lot' }], tied('A', 80, { lot: 2 }), tied('B', 80, { lot: 1 }))).toEqual(['B1', 'A2']);
  });

  it('waits for the committee as the last step and then follows its order', () => {
    const chain: TieBreakStep[] = [{ by: 'committee' }];
    expect(order(chain, tied('A', 80), tied('B', 80))).toEqual(['A1', 'B1']);
    expect(order(chain, tied('A', 80, { committeeOrder: 2 }), tied('B', 80, { committeeOrder: 1 }))).toEqual(['B1', 'A2']);
  });
});
