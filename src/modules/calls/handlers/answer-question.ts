import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold, type Recipients } from '#modules/identity';
import { CallQuestionAnswered } from '../calls.events.js';
import { noSuchCall, noSuchQuestion } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import type { Call } from '../domain/call.js';
import { CallQuestion, type QuestionId } from '../domain/question/question.js';
import { questionLifecycle } from '../domain/question/question-lifecycle.js';
import { CallStore } from '../store/call.store.js';
import { QuestionStore } from '../store/question.store.js';

export interface GivenAnswer {
  /** The question as it is published; left out, it is published as it was asked. */
  readonly question?: string;
  readonly answer: string;
}

/** Writes to the person who asked: to the account, or to the address of a visitor. */
@Injectable()
export class TellAsker {
  constructor(private readonly events: Events) {}

  async run(call: Call, { id, askedBy, askerEmail, askerLanguage, asked, answer }: CallQuestion, words: { kind: string; title: Sentence; body: Sentence }): Promise<void> {
    const to: Recipients | null = askedBy ? { accountIds: [askedBy] } : askerEmail ? { address: { email: askerEmail, name: askerEmail, language: askerLanguage } } : null;
    if (!to) return;
    await this.events.tell(PeopleToBeTold, { to, ...words, link: `/calls/${call.id}#answers`, key: `question-decided:${id}`, facts: { number: call.number, call: call.title, asked, answer } });
  }
}

/** The leaf of a decided question, and the news of it. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly asker: TellAsker,
  ) {}

  async answered(call: Call, question: CallQuestion, actor: Actor): Promise<void> {
    await this.record('call.question_answered', call, question, actor);
    const { id: callId, programmeId, nodePath, number } = call;
    await this.events.tell(CallQuestionAnswered, { callId, programmeId, nodePath, number, by: actor.accountId, questionId: question.id, question: question.told!, answer: question.answer! });
    await this.asker.run(call, question, {
      kind: 'question-answered', title: say('{number}：您的提问已公开答复', '{number}: your question is answered'),
      body: say('您就“{call}”问：{asked} 答复：{answer} 答复已列在征集公告页，不显示提问人。', 'You asked about "{call}": {asked} The answer: {answer} It stands on the page of the call; who asked is not shown.'),
    });
  }

  async setAside(call: Call, question: CallQuestion, actor: Actor): Promise<void> {
    await this.record('call.question_set_aside', call, question, actor);
    await this.asker.run(call, question, {
      kind: 'question-set-aside', title: say('{number}：对您提问的回复', '{number}: a reply to your question'),
      body: say('您就“{call}”问：{asked} 主办单位只回复您本人：{answer}', 'You asked about "{call}": {asked} The organiser replies to you alone: {answer}'),
    });
  }

  private async record(action: string, call: Call, { id, told, answer }: CallQuestion, actor: Actor): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'call', id: call.id }, actor, facts: { question: id, told, answer } });
    await this.events.tell(NothingLeftToDo, { asked: [`call-question:${id}`] });
  }
}

/** An officer answers once, for everybody; or replies to the asker alone where it is nobody else's matter. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly questions: QuestionStore,
    private readonly time: DatabaseTime,
    private readonly records: RecordAnswer,
  ) {}

  /** @throws DomainError `call_absent`, `question_absent`, `not_the_officer`, `wrong_state` where it has been answered already */
  answer(callId: string, id: string, { question: told, answer }: GivenAnswer, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { call, question, now } = await this.locked(callId, id, actor);
      questionLifecycle.move(question, 'answer', { actor, now, may: mayChange(actor, call) });
      Object.assign(question, { told: told?.trim() || question.asked, answer: answer.trim(), decidedBy: actor.accountId, decidedAt: now });
      await this.questions.decide(question);
      await this.records.answered(call, question, actor);
    });
  }

  /** @throws DomainError as `answer` does */
  setAside(callId: string, id: string, reply: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { call, question, now } = await this.locked(callId, id, actor);
      questionLifecycle.move(question, 'set_aside', { actor, now, may: mayChange(actor, call) });
      Object.assign(question, { answer: reply.trim(), decidedBy: actor.accountId, decidedAt: now });
      await this.questions.decide(question);
      await this.records.setAside(call, question, actor);
    });
  }

  /** What was asked elsewhere, or by nobody yet: published like every other answer. */
  clarify(callId: string, { question: told = '', answer }: GivenAnswer, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.calls.hold(callId);
      if (!call?.publishedAt || !reads(actor, call)) throw noSuchCall();
      insist(mayChange(actor, call), 'forbidden');
      const now = await this.time.now();
      const question = Object.assign(new CallQuestion(), {
        id: newId<QuestionId>(), callId: call.id, asked: null, askedBy: null, askerEmail: null, askerLanguage: actor.language, askedAt: now, status: 'answered' as const,
        told: told.trim(), answer: answer.trim(), decidedBy: actor.accountId, decidedAt: now,
      });
      await this.questions.insert(question);
      await this.records.answered(call, question, actor);
    });
  }

  private async locked(callId: string, id: string, actor: Actor): Promise<{ call: Call; question: CallQuestion; now: Date }> {
    const call = await this.calls.hold(callId);
    if (!call || !reads(actor, call)) throw noSuchCall();
    const question = await this.questions.lock(callId, id);
    if (!question) throw noSuchQuestion();
    return { call, question, now: await this.time.now() };
  }
}
