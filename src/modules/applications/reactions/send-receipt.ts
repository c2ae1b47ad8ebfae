import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { say } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { ApplicationSubmitted, type ApplicationNews } from '../applications.events.js';
import { copyInText } from '../domain/copy-on-paper.js';
import { GatherCopy } from '../handlers/gather-copy.js';
import { ApplicationStore } from '../store/application.store.js';

/** Confirms a submission by letter: number, time of the server, the hash that anybody can verify, and a copy of every answer. What asked for it is answered. */
@Injectable()
@Reacts(ApplicationSubmitted)
export class SendReceipt implements Reaction<ApplicationNews> {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly copies: GatherCopy,
    private readonly events: Events,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async run({ applicationId, organisationId, number }: ApplicationNews): Promise<void> {
    const application = await this.applications.find(applicationId);
    const submission = application && (await this.applications.submissions(applicationId)).at(-1);
    if (!application || !submission) return;
    const { ordinal, hash, submittedAt } = submission;
    await this.events.tell(NothingLeftToDo, { asked: ['application-returned', 'deadline-near'].map((kind) => `${kind}:${applicationId}:`), until: submittedAt.toISOString() });
    const copied = await this.copies.ofSubmission(application, submission);
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind: 'application-submitted', key: `application-submitted:${applicationId}:${ordinal}`,
      link: `/desk/my-applications/${applicationId}/receipts/${ordinal}`,
      facts: { number, project: copied.projectName, ordinal, hash, submittedAt: submittedAt.toISOString() },
      title: say('已收到申报 {number}', 'We received application {number}'),
      body: say(
        '“{project}”已提交，编号 {number}（第 {ordinal} 次提交）。服务器收到时间 {submittedAt}（北京时间）。回执校验码 {hash}，任何人可凭它在核验页查证，无需账号。',
        '"{project}" was submitted with the number {number} (submission {ordinal}). The server received it at {submittedAt} (Beijing time). The hash of its receipt is {hash}; anybody can verify it on the public page, without an account.',
      ),
      enclosure: `${new URL(`/verify?hash=${hash}`, this.config.publicUrl).href}\n\n${copyInText(copied)}`,
    });
  }
}
