/**
 * What a round's rulebook says about scores: stage → bloc → judge → criterion, each level with its weight, its scale and
 * its aggregation. Every number is a plain decimal string; weights on one level add up to 100.
 */
export interface ScoreTree {
  readonly method: 'qx-score-1';
  /** The scale every bloc and stage is brought to: `100` in nearly every programme. */
  readonly outOf: string;
  /** `weighted`: Σ weight × score ÷ 100. `sum`: the stage scores are simply added. */
  readonly combine: Combination;
  readonly stages: readonly StageRule[];
  /** Points on top; they may lift the total above `outOf` (Zhongshan 博爱100, 2013: up to 170). */
  readonly bonuses: readonly BonusRule[];
  readonly ranking: RankingRule;
  /** Declared before scoring opens, applied in order, never by hand. */
  readonly tieBreak: readonly TieBreakStep[];
}

export type Combination = 'weighted' | 'sum';

export interface StageRule {
  readonly id: string;
  readonly weight: string;
  readonly combine: Combination;
  readonly blocs: readonly BlocRule[];
  /** Set when the stage's score is announced at so many decimals and that announced figure is what later counts. */
  readonly announcedPlaces?: number;
}

export type BlocRule = JudgeBlocRule | BallotBlocRule | OutsideBlocRule;

/** A bloc that names boards judges these alone. */
interface OfBoards {
  readonly boards?: readonly string[];
}

export interface JudgeBlocRule extends OfBoards {
  readonly kind: 'judges';
  readonly id: string;
  readonly weight: string;
  readonly criteria: readonly CriterionRule[];
  readonly aggregate: AggregationRule;
  /** The least number of counted sheets; below it the application is not rankable. */
  readonly quorum: number;
  /** `block`: one sheet still missing keeps the application out of the ranking. `leave-out`: the quorum alone decides. */
  readonly missing: 'block' | 'leave-out';
}

/** Judges who put the applications in order; the outcome of the count becomes a score on the tree's scale. */
export interface BallotBlocRule extends OfBoards {
  readonly kind: 'ballot';
  readonly id: string;
  readonly weight: string;
  readonly count: 'borda' | 'schulze' | 'stv' | 'equal-shares';
  /** How many STV elects. */
  readonly seats?: number;
  /** Integer fen that Equal Shares divides among the judges. */
  readonly poolFen?: number;
  readonly quorum: number;
  readonly missing: 'block' | 'leave-out';
}

export interface CriterionRule {
  readonly id: string;
  /** The highest points a judge may give. */
  readonly max: string;
  /** Share of the sheet. Left out on every criterion, `max` is the share (originality 15, story 10 …). */
  readonly weight?: string;
}

/**
 * How the judges of a bloc become one score. A trimmed mean drops exactly one highest and one lowest sheet when at least
 * `threshold` sheets count for that application, and is the plain mean below it; below `minimum` sheets it is refused.
 */
export type AggregationRule =
  | { readonly kind: 'mean' | 'median' | 'sum' }
  | { readonly kind: 'trimmed-mean'; readonly threshold: number; readonly minimum: number };

/** A score that no judge gives: donations secured, public votes. */
export interface OutsideBlocRule extends OfBoards {
  readonly kind: 'outside';
  readonly id: string;
  readonly weight: string;
  readonly source: string;
  readonly normalise: Normalisation;
  readonly whenAbsent: 'zero' | 'not-rankable';
}

export interface BonusRule {
  readonly id: string;
  readonly source: string;
  /** The most that this bonus can add. */
  readonly max: string;
  /** The least that is given once it is given at all (special-topic bonus of 5 to 20). */
  readonly min?: string;
  readonly normalise: Normalisation;
}

/** How a raw value becomes points out of the scale it feeds. Values above the scale are clipped and the clipping shown. */
export type Normalisation =
  | { readonly by: 'points'; readonly max: string }
  | { readonly by: 'share-of-best' }
  | { readonly by: 'target'; readonly target: string }
  | { readonly by: 'bands'; readonly bands: readonly { readonly from: string; readonly points: string }[] };

export interface RankingRule {
  readonly places: number;
  /** Whether two totals that differ only beyond the published digits are a tie. */
  readonly on: 'rounded' | 'unrounded';
  /**
   * Applications judged in different groups: `none` compares totals as they are; `coefficient` multiplies a total by the
   * mean of all ÷ the mean of its group (修正系数); `position` compares the place inside the group.
   */
  readonly groups: 'none' | 'coefficient' | 'position';
}

export type TieBreakStep =
  | { readonly by: 'stage'; readonly stageId: string }
  | { readonly by: 'bloc'; readonly stageId: string; readonly blocId: string }
  | { readonly by: 'criterion'; readonly stageId: string; readonly blocId: string; readonly criterionId: string }
  | { readonly by: 'preference-points' }
  | { readonly by: 'requested-amount'; readonly prefer: 'lower' | 'higher' }
  | { readonly by: 'earlier-submission' }
  | { readonly by: 'lot' }
  | { readonly by: 'committee' };
