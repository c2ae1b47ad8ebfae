import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { arrivalOfRequest } from './arrival.js';
import type { Reading } from './clock-offset.js';

/** What the database tells beside the answer to a question that every request asks anyway. */
export interface Heard extends Reading {
  /** Grows with every change to what seldom changes (`seldom_changed`). */
  readonly changes: string;
}

/** Columns for the question: the clock of the database in epoch milliseconds, and the count of seldom changes. */
export const HEARD = 'extract(epoch from clock_timestamp())::float8 * 1000 as told, (select changes from seldom_changed) as changes';

/**
 * What the database told last. The session is read at every request after all of it has arrived; what is told there spares the request a
 * question for the time, and one for each thing that it remembers and only has to know whether it still holds.
 */
@Injectable()
export class LastHeard {
  private last?: Heard;

  /** Asks a question that selects `HEARD` among its columns, and remembers what was told. */
  async asking<Row>(ask: () => Promise<(Row & Pick<Heard, 'told' | 'changes'>)[]>): Promise<Row[]> {
    const sent = performance.now();
    const rows = await ask();
    const [row] = rows;
    // Answers overtake each other: what counts is when they were asked for.
    if (row && (!this.last || sent >= this.last.sent)) this.last = { sent, answered: performance.now(), told: row.told, changes: row.changes };
    return rows;
  }

  /** What was asked after all of the request at hand was here, by whichever request; `undefined` where nothing was, and where no request asks. */
  sinceArrival(): Heard | undefined {
    const arrival = arrivalOfRequest();
    return arrival !== undefined && this.last && this.last.sent >= arrival ? this.last : undefined;
  }
}
