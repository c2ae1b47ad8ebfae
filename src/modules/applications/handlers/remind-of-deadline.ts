import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { CallsFacade, closesFor } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { ApplicationStore } from '../store/application.store.js';
import { GatherFacts } from './gather-facts.js';

/** One draft that may have to be spoken of, at one mark before one deadline. */
export interface Reminder {
  readonly applicationId: string;
  /** ISO 8601: where the deadline has moved since, nobody is told of the old one. */
  readonly closesAt: string;
  readonly hours: number;
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
    const ends = closesFor(call, application.categoryKey);
    if (call.status !== 'open' || ends.toISOString() !== closesAt) return;
    const { context } = await this.gather.of(application, 'submission', SYSTEM);
    if (context.errors > 0 || context.now >= ends) return;
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
