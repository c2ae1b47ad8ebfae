import { Injectable } from '@nestjs/common';
import { newId } from '#libs/database';
import { say, tell, type Sentence } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { CallCancelled, CallQuestionAnswered, CallResumed, CallRulesChanged, CallsFacade, CallSuspended, type CallNews, type ChangedRules } from '#modules/calls';
import { MailingPrepared, PeopleToBeTold, type ToBeTold } from '#modules/identity';
import { ApplicationStore } from '../store/application.store.js';

/** Whoever has a draft or a live application in the call: they planned by what was published. */
const CONCERNED = ['draft', 'submitted', 'returned', 'eligible', 'in_review', 'shortlisted', 'not_shortlisted', 'awarded', 'reserved'] as const;

interface Words {
  readonly kind: string;
  readonly title: Sentence;
  readonly body: Sentence;
  readonly facts?: Record<string, unknown>;
  /** Where on the page of the call it stands. */
  readonly part?: 'addenda';
}

/** A reason as it stands in a sentence of ours, which brings its own stop. */
const inSentence = (reason: string): string => reason.trim().replace(/[。.；;]$/u, '');

/**
 * Writes to the members of every organisation that takes part in the call, to each organisation once. Where one person's act brought it about, a second
 * one looks over a large mailing before it goes out; the page of the call tells it at once.
 */
@Injectable()
export class WriteToTheCall {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly calls: CallsFacade,
    private readonly events: Events,
  ) {}

  async run({ callId, number, by, nodePath }: CallNews, { kind, title, body, facts = {}, part }: Words): Promise<void> {
    const [call] = await this.calls.many([callId]);
    if (!call) return;
    const concerned = await this.applications.ofCall(callId, CONCERNED);
    const act = newId<string>();
    const letters = [...new Set(concerned.flatMap(({ parties }) => parties))].map((subjectId): ToBeTold => ({
      to: { role: 'applicant', subjectId }, kind, title, body, link: part ? `/calls/${callId}#${part}` : `/calls/${callId}`, key: `${kind}:${callId}:${subjectId}:${act}`,
      facts: { number, call: call.title, until: call.closesAt.toISOString(), why: inSentence(call.reason ?? ''), ...facts },
    }));
    if (by !== undefined) await this.events.tell(MailingPrepared, { by, nodePath, about: say(tell(title, { number }, 'zh'), tell(title, { number }, 'en')), key: `${kind}:${callId}:${act}`, letters });
    else for (const letter of letters) await this.events.tell(PeopleToBeTold, letter);
  }
}

@Injectable()
@Reacts(CallRulesChanged)
export class TellOfChangedRules implements Reaction<ChangedRules> {
  constructor(private readonly writing: WriteToTheCall) {}

  run(news: ChangedRules): Promise<void> {
    // Two officers have agreed on an extension already.
    if (news.formerDeadline !== undefined) return this.writing.run({ ...news, by: undefined }, { ...EXTENDED, facts: { reason: inSentence(news.reason), former: news.formerDeadline } });
    return this.writing.run(news, {
      kind: 'call-rules-changed', part: 'addenda', facts: { reason: inSentence(news.reason) },
      title: say('{number} 发布补充通知', '{number}: an addendum to the rules'),
      body: say('“{call}”的规则有修改：{reason}。改动逐条列在征集公告页。', 'The rules of "{call}" have changed: {reason}. Each change is listed on the page of the call.'),
    });
  }
}

const EXTENDED: Words = {
  kind: 'call-extended',
  title: say('{number} 截止时间延长', '{number}: the deadline is later'),
  body: say(
    '“{call}”的截止时间从 {former} 延长到 {until}（北京时间），对所有申请人一样。原因：{reason}。已提交的申报仍然有效，截止前还可以修改。',
    'The deadline of "{call}" moves from {former} to {until} (Beijing time), for every applicant alike. Why: {reason}. What was submitted stays valid and can be changed until then.',
  ),
};

@Injectable()
@Reacts(CallSuspended)
export class TellOfSuspension implements Reaction<CallNews> {
  constructor(private readonly writing: WriteToTheCall) {}

  run(news: CallNews): Promise<void> {
    return this.writing.run(news, {
      kind: 'call-suspended',
      title: say('{number} 已暂停', '{number} is suspended'),
      body: say('“{call}”已暂停：{why}。已填写和已提交的内容都保留，恢复后另行通知。', '"{call}" is suspended: {why}. All that was written and submitted is kept; you will hear when it goes on.'),
    });
  }
}

@Injectable()
@Reacts(CallResumed)
export class TellOfResumption implements Reaction<CallNews> {
  constructor(private readonly writing: WriteToTheCall) {}

  run(news: CallNews): Promise<void> {
    return this.writing.run(news, {
      kind: 'call-resumed',
      title: say('{number} 已恢复', '{number} goes on'),
      body: say('“{call}”已恢复，请查看征集公告页的日期。', '"{call}" goes on; please look at the dates on its page.'),
    });
  }
}

@Injectable()
@Reacts(CallCancelled)
export class TellOfCancellation implements Reaction<CallNews> {
  constructor(private readonly writing: WriteToTheCall) {}

  run(news: CallNews): Promise<void> {
    return this.writing.run(news, {
      kind: 'call-cancelled',
      title: say('{number} 已取消', '{number} is cancelled'),
      body: say('“{call}”已取消：{why}。', '"{call}" is cancelled: {why}.'),
    });
  }
}

@Injectable()
@Reacts(CallQuestionAnswered)
export class TellOfAnswer implements Reaction<CallNews & { question: string; answer: string }> {
  constructor(private readonly writing: WriteToTheCall) {}

  run(news: CallNews & { question: string; answer: string }): Promise<void> {
    return this.writing.run(news, {
      kind: 'call-answered', facts: { question: news.question, answer: news.answer },
      title: say('{number} 有新的公开答疑', '{number}: a question was answered'),
      body: say('“{call}”的公开答疑新增一条。问：{question} 答：{answer}', 'A question about "{call}" was answered for everybody. {question} The answer: {answer}'),
    });
  }
}
