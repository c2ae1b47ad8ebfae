import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { CallsFacade } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { remindJob, type Reminder } from '../jobs/remind.job.js';
import { ApplicationStore } from '../store/application.store.js';
import { GatherFacts } from './gather-facts.js';

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

/** Writes to the members of one organisation, if its draft is still complete, still a draft, and the deadline still the same. */
@Injectable()
export class RemindOfDeadline {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly gather: GatherFacts,
    private readonly events: Events,
  ) {}

  async run({ applicationId, closesAt, hours }: Reminder): Promise<void> {
    const application = await this.applications.find(applicationId);
    if (application?.status !== 'draft') return;
    const call = await this.calls.get(application.callId);
    if (call.status !== 'open' || call.closesAt.toISOString() !== closesAt) return;
    const { context } = await this.gather.of(application, 'submission', SYSTEM);
    if (context.errors > 0 || context.now >= call.closesAt) return;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: application.organisationId }, kind: 'deadline-near', key: `deadline-near:${applicationId}:${closesAt}:${hours}`,
      link: `/desk/my-applications/${applicationId}/preview`, facts: { number: call.number, project: application.projectName, closesAt, hours },
      title: say('还没有提交：“{project}”将在 {hours} 小时内截止', 'Not submitted yet: "{project}" closes within {hours} hours'),
      body: say(
        '“{project}”（{number}）已填写完整，但还没有提交。截止时间为 {closesAt}（北京时间），以服务器时间为准，截止后不能补交。请打开预览页，确认申报承诺后提交。',
        '"{project}" ({number}) is complete but has not been submitted. It closes at {closesAt} (Beijing time) by the clock of the server; nothing can be handed in afterwards. Please open the preview, confirm the declaration and submit.',
      ),
    });
  }
}
