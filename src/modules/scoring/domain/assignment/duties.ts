/** One panel of a call. */
export interface PanelOf {
  readonly stageKey: string;
  readonly blocKey: string;
}

/** A seat before an application. */
export interface Pair {
  readonly seatId: string;
  readonly applicationId: string;
}

type Seat = PanelOf & { readonly id: string };

/**
 * Who owes a sheet on what. A panel without an assignment reviews everything of its stage; with one, each of its members
 * reviews what she was given, and nothing else exists for her.
 */
export class Duties {
  private readonly planned: ReadonlySet<string>;
  private readonly pairs: ReadonlySet<string>;

  constructor(plans: readonly PanelOf[], pairs: readonly Pair[]) {
    this.planned = new Set(plans.map(({ stageKey, blocKey }) => `${stageKey} ${blocKey}`));
    this.pairs = new Set(pairs.map(({ seatId, applicationId }) => `${seatId} ${applicationId}`));
  }

  static readonly everything = new Duties([], []);

  isPlanned({ stageKey, blocKey }: PanelOf): boolean {
    return this.planned.has(`${stageKey} ${blocKey}`);
  }

  includes(seat: Seat, applicationId: string): boolean {
    return !this.isPlanned(seat) || this.pairs.has(`${seat.id} ${applicationId}`);
  }
}
