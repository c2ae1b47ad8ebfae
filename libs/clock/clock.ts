/** Where the product learns what time it is; nothing else may read the time of the machine. */
export abstract class Clock {
  /** The present instant, as a fresh `Date` that the caller may keep. */
  abstract now(): Date;
}

/** The time of the machine. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
