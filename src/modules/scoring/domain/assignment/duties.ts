/** One panel of a call. */
export interface PanelOf {
  readonly stageKey: string;
  readonly blocKey: string;
}

/** An application that a panel does not judge at all. */
export interface Apart extends PanelOf {
  readonly applicationId: string;
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

  private readonly apart: ReadonlySet<string>;

  constructor(private readonly plans: readonly PanelOf[], private readonly given: readonly Pair[], apart: readonly Apart[] = []) {
    this.planned = new Set(plans.map(({ stageKey, blocKey }) => `${stageKey} ${blocKey}`));
    this.apart = new Set(apart.map(({ stageKey, blocKey, applicationId }) => `${stageKey} ${blocKey} ${applicationId}`));
    this.pairs = new Set(given.map(({ seatId, applicationId }) => `${seatId} ${applicationId}`));
  }

  static readonly everything = new Duties([], []);

  /** The same duties, without what panels do not judge. */
  without(apart: readonly Apart[]): Duties {
    return new Duties(this.plans, this.given, apart);
  }

  isPlanned({ stageKey, blocKey }: PanelOf): boolean {
    return this.planned.has(`${stageKey} ${blocKey}`);
  }

  includes(seat: Seat, applicationId: string): boolean {
    if (this.apart.has(`${seat.stageKey} ${seat.blocKey} ${applicationId}`)) return false;
    return !this.isPlanned(seat) || this.pairs.has(`${seat.id} ${applicationId}`);
  }
}
