import { Decimal } from 'decimal.js';
import { invalid, say, type Problem, type Sentence } from '#libs/errors';
import type { EvaluationGrid } from '#modules/calls';

/** What an evaluator enters: points by dimension or by indicator, actual against planned for counted ones. */
export interface EvaluationScores {
  /** By `dimension` or `dimension.indicator`; a decimal string, at most the weight. */
  readonly points: Readonly<Record<string, string>>;
  /** By `dimension.indicator` of a counted indicator. */
  readonly quantities: Readonly<Record<string, { planned: number; actual: number }>>;
  readonly bonus: string;
  /** Keys of the vetoes that apply. */
  readonly vetoes: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, never> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries as they came, with what is missing left empty. */
export const shaped = ({ points, quantities, bonus, vetoes }: Partial<EvaluationScores>): EvaluationScores => ({
  points: isRecord(points) ? points : {}, quantities: isRecord(quantities) ? quantities : {}, bonus: typeof bonus === 'string' ? bonus : '0', vetoes: Array.isArray(vetoes) ? vetoes : [],
});

export interface EvaluationResult {
  /** Decimal string, rounded as the grid says. */
  readonly score: string;
  readonly gradeKey: string;
  readonly passed: boolean;
}

const DECIMAL = /^\d{1,3}(\.\d{1,2})?$/;
const ROUNDING = { half_up: Decimal.ROUND_HALF_UP, down: Decimal.ROUND_DOWN } as const;

/** The total of a grid, exactly, rounded once. @throws DomainError `evaluation_faulty` naming every faulty place */
export function evaluate(grid: EvaluationGrid, scores: EvaluationScores): EvaluationResult {
  const { problems, lines: _, ...result } = tryOut(grid, scores);
  if (problems.length > 0) throw invalid('evaluation_faulty', say('评分有 {count} 处需要更正', '{count} entries need correcting'), { count: problems.length, problems });
  return result;
}

/** What one place of the grid has earned; null while nothing valid stands there. */
export interface EarnedPoints {
  readonly path: string;
  /** Decimal string, shown with two decimals at most; the total adds the exact ones. */
  readonly points: string | null;
}

export interface EvaluationTrial extends EvaluationResult {
  readonly lines: readonly EarnedPoints[];
  readonly problems: readonly Problem[];
}

/** The same arithmetic while the grid is being filled in: what is missing or faulty counts nothing and is named. */
export function tryOut(grid: EvaluationGrid, scores: EvaluationScores): EvaluationTrial {
  const problems = [...faults(grid, scores)];
  const faulty = new Set(problems.map(({ path }) => path));
  const earned = placesOf(grid).map((place) => ({ path: place.path, points: faulty.has(place.path) ? null : pointsOf(place, grid, scores) }));
  const sum = earned.reduce((total, { points }) => total.plus(points ?? 0), new Decimal(faulty.has('bonus') ? 0 : scores.bonus));
  const lines = earned.map(({ path, points }) => ({ path, points: points === null ? null : points.toDecimalPlaces(2).toString() }));
  return { ...resultOf(grid, scores, sum), lines, problems };
}

function resultOf(grid: EvaluationGrid, { vetoes }: EvaluationScores, sum: Decimal): EvaluationResult {
  const effects = grid.vetoes.filter(({ key }) => vetoes.includes(key)).map(({ effect }) => effect);
  const score = effects.includes('total_zero') ? new Decimal(0) : sum.toDecimalPlaces(grid.rounding.decimals, ROUNDING[grid.rounding.mode]);
  const grade = grid.grades.find(({ from }) => score.gte(from)) ?? grid.grades.at(-1)!;
  return { score: score.toFixed(grid.rounding.decimals), gradeKey: effects.includes('fail') ? grid.grades.at(-1)!.key : grade.key, passed: effects.length === 0 && score.gte(grid.passMark) };
}

/** One entry of a grid: a dimension without indicators, or an indicator. */
export interface Place {
  readonly path: string;
  readonly dimension: Sentence;
  readonly title: Sentence;
  readonly weight: number;
  readonly counted: boolean;
}

export const placesOf = ({ dimensions }: EvaluationGrid): Place[] => dimensions.flatMap(({ key, title, weight, indicators }) =>
  indicators.length === 0
    ? [{ path: key, dimension: title, title, weight, counted: false }]
    : indicators.map((one) => ({ path: `${key}.${one.key}`, dimension: title, title: one.title, weight: one.weight, counted: one.counted })));

/** A counted indicator earns the share of the highest band that its quantity reaches. */
function pointsOf({ path, weight, counted }: Place, { quantityBands }: EvaluationGrid, { points, quantities }: EvaluationScores): Decimal {
  const quantity = quantities[path];
  if (!counted || !quantity) return new Decimal(points[path]!);
  const band = quantityBands.find(({ fromPercent }) => quantity.actual * 100 >= quantity.planned * fromPercent);
  return band ? new Decimal(weight).times(band.points).div(band.outOf) : new Decimal(0);
}

function* faults(grid: EvaluationGrid, scores: EvaluationScores): Generator<Problem> {
  const { points, quantities, bonus, vetoes } = scores;
  const places = placesOf(grid);
  yield* places.filter((place) => !isGiven(place, points, quantities)).map(({ path, weight }) =>
    ({ path, code: 'points_faulty', sentence: say('须填写 0 到 {max} 之间的分数', 'Points from 0 to {max} are needed'), facts: { max: weight } }));
  yield* Object.keys({ ...points, ...quantities }).filter((path) => !places.some((place) => place.path === path)).map((path) =>
    ({ path, code: 'indicator_unknown', sentence: say('没有这个指标', 'There is no such indicator') }));
  if (!DECIMAL.test(bonus) || Number(bonus) > grid.bonusMax) yield { path: 'bonus', code: 'bonus_faulty', sentence: say('加分不超过 {max}', 'At most {max} points of bonus'), facts: { max: grid.bonusMax } };
  yield* vetoes.filter((key) => !grid.vetoes.some((veto) => veto.key === key)).map((key) =>
    ({ path: `vetoes.${key}`, code: 'veto_unknown', sentence: say('没有这个否决项', 'There is no such veto') }));
}

function isGiven({ path, weight, counted }: Place, points: EvaluationScores['points'], quantities: EvaluationScores['quantities']): boolean {
  const quantity = quantities[path];
  if (counted && quantity) return quantity.planned > 0 && quantity.actual >= 0 && Number.isFinite(quantity.actual) && Number.isFinite(quantity.planned);
  return DECIMAL.test(points[path] ?? '') && Number(points[path]) <= weight;
}
