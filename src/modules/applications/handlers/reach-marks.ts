import { Injectable } from '@nestjs/common';
import { DatabaseTime, Transaction } from '#libs/database';
import { Outbox } from '#libs/jobs';
import { CallsFacade, closesFor, type CallView } from '#modules/calls';
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
      for (const { id } of await this.calls.open()) await this.ofCall(await this.calls.get(id), now);
    });
  }

  /** Every end of the call at which a mark is reached: its own, and those of boards that end earlier. */
  private async ofCall(call: CallView, now: Date): Promise<void> {
    for (const closesAt of endsOf(call)) {
      const hours = markReached(closesAt, now);
      if (hours === null) continue;
      const mark = new Date(closesAt.getTime() - hours * HOUR);
      for (const { id: applicationId, categoryKey } of await this.applications.draftsBegunBefore(call.id, mark)) {
        if (closesFor(call, categoryKey).getTime() !== closesAt.getTime()) continue;
        const reminder: Reminder = { applicationId, closesAt: closesAt.toISOString(), hours };
        await this.outbox.enqueue(remindJob, reminder, { key: `${applicationId}:${reminder.closesAt}:${hours}` });
      }
    }
  }
}

function endsOf({ closesAt, rulebook }: CallView): Date[] {
  const own = (rulebook.boards ?? []).flatMap((board) => (board.closesAt === undefined ? [] : [Date.parse(board.closesAt)]));
  return [...new Set([closesAt.getTime(), ...own])].map((at) => new Date(at));
}

/** The nearest mark that has been reached; one that was slept through is not made up for once the next has come. */
export function markReached(closesAt: Date, now: Date): number | null {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return null;
  return MARKS.filter((hours) => left <= hours * HOUR).at(-1) ?? null;
}
