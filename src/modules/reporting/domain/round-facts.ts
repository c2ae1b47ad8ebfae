import type { CallStatus, Stage } from '#modules/calls';

/** How many stand in each status. */
export type Tally = Readonly<Partial<Record<string, number>>>;

export interface SheetFacts {
  readonly stageKey: string;
  readonly sealed: boolean;
  readonly due: number;
  readonly submitted: number;
}

/** What of the rulebook the line of stages needs. */
export interface RoundPlan {
  readonly stages: readonly Stage[];
  /** The judged stages: key in the score tree, and key of the stage of the call. */
  readonly scored: readonly { readonly key: string; readonly stage: string }[];
  readonly evaluations: readonly { readonly key: string; readonly kind: 'midterm' | 'final' }[];
}

/** How a round stands, counted. */
export interface RoundFacts {
  /** While it is suspended: where it stopped. */
  readonly status: CallStatus;
  /** Suspended or cancelled: nothing of it is at work, and nothing of it is late. */
  readonly stopped: boolean;
  readonly applications: Tally;
  readonly awards: Tally;
  readonly projects: Tally;
  readonly milestones: Tally;
  readonly sheets: readonly SheetFacts[];
  readonly contractsSigned: number;
  /** Evaluated projects by the key of the grid. */
  readonly evaluations: Tally;
}

export const totalOf = (tally: Tally): number => Object.values(tally).reduce<number>((sum, count) => sum + (count ?? 0), 0);

export const countOf = (tally: Tally, ...statuses: readonly string[]): number => statuses.reduce((sum, status) => sum + (tally[status] ?? 0), 0);
