/** One question to the clock of the database. `sent` and `answered` are monotonic milliseconds of this process, `told` epoch milliseconds. */
export interface Reading {
  readonly sent: number;
  readonly answered: number;
  readonly told: number;
}

/** What is to be added to this process's monotonic clock to get the database's: no less than `least`, no more than `most`. Milliseconds. */
export interface Offset {
  readonly least: number;
  readonly most: number;
}

/** Two clocks drift apart by less: NTP corrects by up to 500 parts in a million, quartz errs by 100. */
const DRIFT = 0.001;

/**
 * How far the clock of the database is ahead of this process's monotonic one, which nobody can set. The database read its clock at some
 * instant between question and answer: that bounds the difference. Bounds of earlier readings, widened by what clocks may drift, narrow it
 * further, so that under load, where an answer waits, the narrow bounds of a quieter moment still serve. Where the two contradict each other
 * a clock was set or the machine slept: then only the newest reading counts.
 */
export class ClockOffset {
  private known?: Offset & { readonly at: number };

  /** @returns the bounds after this reading */
  learn({ sent, answered, told }: Reading): Offset {
    const read = { least: told - answered, most: told - sent };
    const before = this.at(answered) ?? read;
    const both = { least: Math.max(read.least, before.least), most: Math.min(read.most, before.most) };
    this.known = { ...(both.least <= both.most ? both : read), at: answered };
    return this.known;
  }

  /** The bounds as they are at that instant, without asking anew. */
  at(monotonic: number): Offset | undefined {
    if (!this.known) return undefined;
    const drift = DRIFT * Math.abs(monotonic - this.known.at);
    return { least: this.known.least - drift, most: this.known.most + drift };
  }
}
