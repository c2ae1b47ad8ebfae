import { Injectable } from '@nestjs/common';
import { newId } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { CallsFacade } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { ApplicationReturned, ApplicationScreened, type ApplicationNews } from '../applications.events.js';
import type { Application } from '../domain/application.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import { FindRefusal } from '../handlers/appeal-refusal.js';
import { ApplicationStore } from '../store/application.store.js';

/** Writes to the members of the organisation, in the words that the event calls for. */
@Injectable()
export class WriteToMembers {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly events: Events,
  ) {}

  async run({ applicationId, organisationId, number }: ApplicationNews, kind: string, { facts, ...words }: { title: Sentence; body: Sentence; facts?: Record<string, unknown> }): Promise<void> {
    const application = await this.applications.find(applicationId);
    if (!application) return;
    const label = applicationLifecycle.label(application.status, 'outside');
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind, ...words, link: `/desk/my-applications/${applicationId}`, key: `${kind}:${applicationId}:${newId<string>()}`,
      facts: { number, project: application.projectName, status: label.zh, statusEn: label.en, reason: application.returned?.reason ?? application.reason ?? '', dueAt: application.returned?.dueAt ?? '', ...facts },
    });
  }
}

@Injectable()
@Reacts(ApplicationReturned)
export class AskForCorrection implements Reaction<ApplicationNews> {
  constructor(private readonly writing: WriteToMembers) {}

  run(news: ApplicationNews): Promise<void> {
    return this.writing.run(news, 'application-returned', {
      title: say('申报 {number} 需要补正', 'Application {number} needs a correction'),
      body: say('请在 {dueAt} 前补正“{project}”：{reason}', 'Please correct "{project}" before {dueAt}: {reason}'),
    });
  }
}

/** A refusal says each reason and how to appeal. */
@Injectable()
@Reacts(ApplicationScreened)
export class TellScreening implements Reaction<ApplicationNews> {
  constructor(
    private readonly writing: WriteToMembers,
    private readonly refusals: FindRefusal,
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
  ) {}

  async run(news: ApplicationNews): Promise<void> {
    const application = await this.applications.find(news.applicationId);
    const refusal = application && (await this.refusals.run(application));
    if (!application || !refusal) {
      return this.writing.run(news, 'application-screened', {
        title: say('申报 {number}：{status}', 'Application {number}: {statusEn}'),
        body: say('“{project}”的资格审查结果：{status}。{reason}', 'The screening of "{project}": {statusEn}. {reason}'),
      });
    }
    return this.writing.run(news, 'application-screened', {
      facts: { until: refusal.appealUntil, reason: withoutStop(application.reason ?? ''), ...(await this.grounds(application)) },
      title: say('申报 {number}：{status}', 'Application {number}: {statusEn}'),
      body: say(
        '“{project}”的资格审查结果：{status}。理由：{reason}。{grounds}如不同意，可在 {until} 前在申报页面提出申诉，由另一位工作人员处理。',
        'The screening of "{project}": {statusEn}. Reason: {reason}. {groundsEn}You may appeal on the page of the application until {until}; another officer decides.',
      ),
    });
  }

  /** What the reason does not already say of the rules that failed. */
  private async grounds({ id, callId, reason }: Application): Promise<Record<'grounds' | 'groundsEn', string>> {
    const [checks, { rulebook }] = await Promise.all([this.applications.checks(id), this.calls.get(callId)]);
    const failed = checks.filter(({ verdict, note }) => verdict === 'failed' && !(note && reason?.includes(note)))
      .map(({ ruleId, note }) => ({ note: withoutStop(note ?? ''), text: rulebook.eligibility.find((rule) => rule.id === ruleId)?.text ?? say('', '') }));
    return { grounds: failed.map(({ text, note }) => `${text.zh}：${note}。`).join(''), groundsEn: failed.map(({ text, note }) => `${text.en}: ${note}. `).join('') };
  }
}

/** A sentence goes on behind it. */
const withoutStop = (text: string): string => text.trim().replace(/[。.．]$/u, '');
