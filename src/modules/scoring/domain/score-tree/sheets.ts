/** Everything that was entered, in the plainest form: the engine knows no table and no module. */
export interface SheetScores {
  readonly applications: readonly ScoredApplication[];
}

export interface ScoredApplication {
  readonly id: string;
  /** The public number, by which notices and the published ranking name it: nothing is reckoned from it. Rankings sealed before it was carried have none. */
  readonly number?: string;
  /** The group it was judged in, when the round has groups. */
  readonly groupId?: string;
  /** The board it was handed in to, where the call has boards: it is ranked among those of its board. */
  readonly boardId?: string;
  /** One row for every judge assigned, including those who have not scored and those who stepped aside. */
  readonly sheets: readonly JudgeSheet[];
  /** Raw values by source. A source left out is absent, which is not the same as `0`. */
  readonly outside: Readonly<Record<string, string>>;
  readonly preferencePoints?: string;
  /** Integer fen. */
  readonly requestedFen?: number;
  /** The instant of submission, milliseconds since 1970 UTC. */
  readonly submittedAtMs?: number;
  /** The number drawn, 1 goes first. */
  readonly lot?: number;
  /** The place the committee gave it among those tied, 1 first; only the last step of a chain reads it. */
  readonly committeeOrder?: number;
}

export interface JudgeSheet {
  readonly stageId: string;
  readonly blocId: string;
  readonly judgeId: string;
  /** `recused` leaves the denominator; `missing` does not, it counts against the quorum. */
  readonly state: 'submitted' | 'missing' | 'recused';
  /** By criterion: points as a decimal, `n/a` for not applicable. A criterion left out was not scored. */
  readonly entries: Readonly<Record<string, string>>;
}

export const NOT_APPLICABLE = 'n/a';

/** The one entry of a ranked ballot's sheet: the place on it, 1 first, or `n/a` for whoever was left out. */
export const PLACE = 'place';
