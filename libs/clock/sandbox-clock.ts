import { Clock } from './clock.js';

/** The time of the machine, moved by an offset: a rehearsed programme of a year then runs in minutes. */
export class SandboxClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Moves the clock. @param offset milliseconds ahead of the machine, negative for the past. @throws RangeError if not finite */
  shift(offset: number): void {
    if (!Number.isFinite(offset)) throw new RangeError(`not a number of milliseconds: ${offset}`);
    this.offset = offset;
  }
}
