import type { Sentence } from '#libs/errors';
import type { OfBoards } from './board.js';

/**
 * C11 to C13: a score is a tree: stage, bloc, judge, criterion. A sheet is the sum of score / max × weight over its
 * criteria; a bloc aggregates its sheets; a stage is the weighted sum of its blocs; the final score is the weighted sum of
 * its stages plus the bonuses, which may lift it above 100.
 */
export interface ScoreTree {
  stages: ScoreStage[];
  bonuses: Bonus[];
  rounding: Rounding;
  /** Whether ranks compare the rounded or the exact final score. */
  rankOn: 'rounded' | 'exact';
  tieBreak: TieBreak[];
}

/** Rounding happens once, of the final score. */
export interface Rounding {
  decimals: number;
  /** 四舍五入. */
  mode: 'half_up';
}

export interface ScoreStage {
  key: string;
  /** Key of the stage of the call in which it is judged. */
  stage: string;
  title: Sentence;
  /** Percent of the final score; the stages sum to 100. */
  weight: number;
  blocs: ScoreBloc[];
  /** `group`: the score is normalised to its roadshow group's mean before ranking across groups. */
  normalise: 'none' | 'group';
}

/** With `boards`: the panel and the criteria of these alone; in each board the blocs of a stage sum to 100. */
export interface ScoreBloc extends OfBoards {
  key: string;
  title: Sentence;
  /** `external`: donations secured, public votes; a recorded number with its own scale. */
  kind: 'expert' | 'mass' | 'external';
  /** Percent of the stage; the blocs sum to 100. */
  weight: number;
  panel: Panel;
  aggregation: Aggregation;
  /** Criteria of a judge's sheet; for `external` the inputs. Weights sum to 100. */
  criteria: Criterion[];
  blind: 'open' | 'single' | 'double';
  visibility: 'own_until_locked' | 'open';
  /** Whether a blind judge reads the project's name as it is or its number instead; absent: `shown`. Without effect in an open bloc. */
  projectNames?: 'shown' | 'redacted';
  /** Readings by link, without an account and without an author on record; absent: there are none. */
  anonymousSlots?: AnonymousSlots;
}

export interface AnonymousSlots {
  /** At most so many for one application. */
  most: number;
  /** Whether their sheets are aggregated with the panel's and count towards its quorum, or are only read beside it. */
  counts: boolean;
}

/** C12 */
export interface Panel {
  judges: number;
  /** Fewer live sheets than this block the ranking. */
  quorum: number;
  /** Who sits on it, in words for the notice. */
  composition: Sentence[];
  /** Occupations barred on this money route, as 财库〔2016〕198号 art. 16 bars the finance bureau from procurement panels. */
  barred: string[];
  observers: ('discipline' | 'media' | 'public')[];
  draw: 'named' | 'random';
}

/** C13. Trimming drops exactly one highest and one lowest, only from `threshold` live sheets of one application upwards. */
export type Aggregation =
  | { method: 'mean' }
  | { method: 'median' }
  | { method: 'sum' }
  | { method: 'trimmed_mean'; threshold: number }
  | RankedBallot;

/**
 * Judges put the applications in order instead of giving points; the criteria say what to weigh. `partial`: whether some may be left out, who
 * then stand behind all. `seats`: how many STV elects. Equal Shares funds out of the pool and takes whoever is on a ballot as approved.
 */
export interface RankedBallot {
  method: 'ranked_ballot';
  count: 'borda' | 'schulze' | 'stv' | 'equal_shares';
  partial: 'allowed' | 'refused';
  seats?: number;
}

export interface Criterion {
  key: string;
  title: Sentence;
  help?: Sentence;
  weight: number;
  max: number;
  step: number;
  anchors: Anchor[];
  reason: ReasonRequirement;
  /** An N/A drops the criterion from the sheet and rescales the rest; it is neither zero nor missing. */
  allowNotApplicable: boolean;
}

/** What a score between `from` and `to` (inclusive) means. */
export interface Anchor {
  from: number;
  to: number;
  text: Sentence;
}

export interface ReasonRequirement {
  when: 'never' | 'always' | 'outside';
  /** With `outside`: below `low` or above `high` a reason is due. */
  low?: number;
  high?: number;
  /** 字 */
  minLength: number;
}

export interface Bonus {
  key: string;
  title: Sentence;
  max: number;
  /** `preference`: the points of the preferences met; `recorded`: entered by staff with evidence. */
  by: 'preference' | 'recorded';
  preferences: string[];
}

/** One comparison between equals; the next applies only where the one before leaves a tie. */
export type TieBreak =
  | { by: 'stage'; stage: string }
  | { by: 'criterion'; stage: string; bloc: string; criterion: string }
  | { by: 'preference' }
  | { by: 'lower_request' }
  | { by: 'earlier_submission' }
  | { by: 'lot' }
  | { by: 'committee_vote' };

export interface RoadshowProtocol {
  /** Key of the stage of the call. */
  stage: string;
  presentSeconds: number;
  qaSeconds: number;
  scoreSeconds: number;
  /** A bell so many seconds before the time is up. */
  warningSeconds: number;
  /** At zero the speaker is cut off, or may finish the sentence while the overrun is logged. */
  overtime: 'cut' | 'log';
  draw: 'lot' | 'on_the_spot' | 'application_number' | 'manual';
  groups: RoadshowGroups;
  /** A group's judges may keep scores pending until this many have presented. */
  calibrationPresentations: number;
  announce: 'on_the_spot' | 'after_group' | 'after_roadshow';
  absence: 'last_then_forfeit' | 'forfeit';
  substitutePresenter: boolean;
}

export interface RoadshowGroups {
  by: 'none' | 'category' | 'size';
  /** With `size`: the most projects in a group. */
  size?: number;
}
