import { Clock } from './clock.js';

/**
 * The time of the machine, rehearsal or not. What protects accounts (sessions, second factors, links) reads this one:
 * an authenticator knows nothing of a rehearsal, and leaping to the next deadline must not sign everybody out.
 */
export class WallClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
