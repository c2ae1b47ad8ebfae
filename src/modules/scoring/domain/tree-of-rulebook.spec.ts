import { publishedProgrammes, readProgramme, type Rulebook } from '#modules/calls';
import { cutStage } from './cut-stage.js';
import { drawJudges } from './draw-judges.js';
import { problemsOfTree } from './score-tree/check-tree.js';
import { bonusPoints, treeOf } from './tree-of-rulebook.js';

const book = (code: string) => readProgramme(code) as Rulebook;

describe('the score tree of a published programme', () => {
  it.each([...publishedProgrammes])('%s is sound for the engine, whole and stage by stage', (code) => {
    const rulebook = book(code);
    expect(problemsOfTree(treeOf(rulebook))).toEqual([]);
    for (const { key } of rulebook.scoring.stages) expect(problemsOfTree(treeOf(rulebook, key))).toEqual([]);
  });

  it('adds the points of the preferences met, up to the most that the bonus gives', () => {
    const { scoring, preferences } = book('yangzhou-2021');
    expect(bonusPoints(scoring.bonuses[0]!, preferences, ['party', 'grade-3a', 'unknown'])).toBe('2');
    expect(bonusPoints({ ...scoring.bonuses[0]!, max: 1 }, preferences, ['party', 'grade-3a'])).toBe('1');
  });
});

describe('the cut of a stage', () => {
  const placed = [['a', 'x', 1], ['b', 'x', 2], ['c', 'y', 2], ['d', 'y', 4], ['e', 'y', null]].map(([applicationId, category, rank]) => ({
    applicationId: applicationId as string, category: category as string, rank: rank as number | null, score: rank === null ? null : String(100 - 10 * (rank as number)),
  }));
  it.each([
    [{ kind: 'all' }, 'abcd'],
    [{ kind: 'top_overall', count: 2 }, 'abc'],
    [{ kind: 'top_overall', count: 9 }, 'abcd'],
    [{ kind: 'top_per_category', count: 1 }, 'ac'],
    [{ kind: 'minimum_score', score: 80 }, 'abc'],
  ] as const)('%j lets %s go on, equals together', (cut, expected) => {
    const { advanced, stopped } = cutStage(placed, cut);
    expect(advanced.sort().join('')).toBe(expected);
    expect([...advanced, ...stopped].sort().join('')).toBe('abcde');
  });
});

it('draws the same people from the same pool and seed in any order', () => {
  const pool = Array.from({ length: 30 }, (_, at) => `judge-${at}`);
  expect(drawJudges(pool, 'a seed', 5)).toEqual(drawJudges([...pool].reverse(), 'a seed', 5));
  expect(drawJudges(pool, 'a seed', 5)).not.toEqual(drawJudges(pool, 'another', 5));
});
