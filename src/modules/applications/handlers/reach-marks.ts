import { Injectable } from '@nestjs/common';
import { DatabaseTime, Transaction } from '#libs/database';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { remindJob } from '../jobs/remind.job.js';
import { ApplicationStore } from '../store/application.store.js';
import type { Reminder } from './remind-of-deadline.js';

/** Hours before the deadline at which a draft that is complete and not submitted is spoken of. */
const MARKS = [72, 24, 2] as const;
const HOUR = 3_600_000;

/** Looks which marks have been reached and asks once for each draft that was there then. A deadline that moves has marks of its own. */
@Injectable()
export class ReachMarks {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly outbox: Outbox,
  ) {}

  run(): Promise<void> {
    return this.tx.run(async () => {
      const now = await this.time.now();
      for (const { id: callId, closesAt } of await this.calls.open()) {
        const hours = markReached(closesAt, now);
        if (hours === null) continue;
        const mark = new Date(closesAt.getTime() - hours * HOUR);
        for (const applicationId of await this.applications.draftsBegunBefore(callId, mark)) {
          const reminder: Reminder = { applicationId, closesAt: closesAt.toISOString(), hours };
          await this.outbox.enqueue(remindJob, reminder, { key: `${applicationId}:${reminder.closesAt}:${hours}` });
        }
      }
    });
  }
}

/** The nearest mark that has been reached; one that was slept through is not made up for once the next has come. */
export function markReached(closesAt: Date, now: Date): number | null {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return null;
  return MARKS.filter((hours) => left <= hours * HOUR).at(-1) ?? null;
}
