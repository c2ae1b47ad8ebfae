import type { Sentence } from '#libs/errors';
import type { TieBreakStep } from './tree.js';

/** What the engine says of a round: every application once, in rank order, those that cannot be ranked last. */
export interface Ranking {
  readonly results: readonly RankedApplication[];
  readonly ties: readonly Tie[];
  readonly warnings: readonly Remark[];
}

export interface RankedApplication {
  readonly applicationId: string;
  readonly groupId: string | null;
  /** Rounded half up at the rulebook's places; null when not rankable. */
  readonly total: string | null;
  /** The unrounded total as a reduced fraction, for whoever recomputes. */
  readonly exact: string | null;
  /** The figure the groups were made comparable with, when the rulebook asks for it. */
  readonly groupNormalised: string | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  /** True when the declared chain could not part it from another application. */
  readonly sharesRank: boolean;
  readonly notRankable: readonly Remark[];
  readonly breakdown: ApplicationBreakdown;
}

export interface Remark {
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ApplicationBreakdown {
  readonly stages: readonly StageBreakdown[];
  readonly bonuses: readonly OutsideBreakdown[];
}

export interface StageBreakdown {
  readonly id: string;
  readonly weight: string;
  readonly score: string | null;
  readonly blocs: readonly (JudgeBlocBreakdown | BallotBreakdown | OutsideBreakdown)[];
}

export interface JudgeBlocBreakdown {
  readonly kind: 'judges';
  readonly id: string;
  readonly weight: string;
  readonly score: string | null;
  /** What was really applied: a trimmed mean below its threshold is a mean. */
  readonly applied: 'mean' | 'median' | 'sum' | 'trimmed-mean' | null;
  readonly counted: number;
  readonly quorum: number;
  readonly judges: readonly JudgeBreakdown[];
}

export interface BallotBreakdown {
  readonly kind: 'ballot';
  readonly id: string;
  readonly weight: string;
  readonly score: string | null;
  readonly count: 'borda' | 'schulze' | 'stv' | 'equal-shares';
  /** On how many ballots it stood. */
  readonly counted: number;
  readonly quorum: number;
  /** Where it came out among `of`. */
  readonly place: number | null;
  readonly of: number;
}

export interface JudgeBreakdown {
  readonly judgeId: string;
  readonly state:
    | 'counted'
    | 'dropped-highest'
    | 'dropped-lowest'
    | 'recused'
    | 'missing'
    | 'incomplete'
    | 'not-applicable';
  readonly score: string | null;
  readonly criteria: readonly CriterionBreakdown[];
}

export interface CriterionBreakdown {
  readonly id: string;
  readonly state: 'scored' | 'not-applicable' | 'missing';
  readonly points: string | null;
}

export interface OutsideBreakdown {
  readonly kind: 'outside';
  readonly id: string;
  readonly weight: string | null;
  readonly source: string;
  readonly raw: string | null;
  readonly score: string | null;
  readonly clipped: boolean;
}

/** One set of applications that met on the same figure, and how the declared chain parted them. */
export interface Tie {
  readonly value: string;
  readonly applicationIds: readonly string[];
  readonly steps: readonly TieStepOutcome[];
  /** In order; a set of more than one still shares its rank. */
  readonly order: readonly (readonly string[])[];
  readonly sentence: Sentence;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface TieStepOutcome {
  readonly step: TieBreakStep;
  readonly among: readonly string[];
  readonly values: Readonly<Record<string, string | null>>;
  /** `skipped`: at least one application has no value for this step, so nobody is put behind for it. */
  readonly outcome: 'parted' | 'equal' | 'skipped';
}
