import { Clock } from './clock.js';

/** A clock that stands still until it is told to move: for tests and for rehearsed programmes. */
export class FixedClock extends Clock {
  private milliseconds: number;

  /** @throws RangeError where the instant is not a valid one */
  constructor(instant: Date | string) {
    super();
    this.milliseconds = read(instant);
  }

  override now(): Date {
    return new Date(this.milliseconds);
  }

  /** Moves to an instant, forward or back. @throws RangeError where the instant is not valid */
  set(instant: Date | string): void {
    this.milliseconds = read(instant);
  }

  /** Moves forward (or back, if negative) by a number of milliseconds. @throws RangeError if it is not finite */
  advance(milliseconds: number): void {
    this.milliseconds = read(new Date(this.milliseconds + milliseconds));
  }
}

function read(instant: Date | string): number {
  const milliseconds = new Date(instant).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${String(instant)}`);
  return milliseconds;
}
