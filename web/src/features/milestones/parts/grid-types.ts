import type { Rulebook } from '../../../api/index.js';
import type { Sentence } from '../../../ui/index.js';

export type { EvaluationTrialView } from '../../../api/index.js';
export type Grid = Rulebook['evaluations'][number];

/** One entry of the grid: a dimension without indicators, or an indicator. */
export interface Place {
  readonly path: string;
  readonly title: Sentence;
  readonly weight: number;
  readonly counted: boolean;
  /** A dimension that is scored by itself. */
  readonly whole: boolean;
}

/** A figure of an accepted report that may be taken over as a quantity. */
export interface ReachedFigure {
  readonly key: string;
  readonly label: Sentence;
  readonly planned: number;
  readonly reached: number;
}
