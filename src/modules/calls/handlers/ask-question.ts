import { Injectable } from '@nestjs/common';
import { insist, SYSTEM, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import type { Language } from '#libs/errors';
import type { Limit } from '#modules/identity';
import { emailNeeded, noSuchCall } from '../calls.errors.js';
import type { Call } from '../domain/call.js';
import { CallQuestion, type QuestionId } from '../domain/question/question.js';
import { mayAsk } from '../domain/question/question-lifecycle.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallStore } from '../store/call.store.js';
import { QuestionStore } from '../store/question.store.js';
import { AdmitReader } from './admit-reader.js';
import { TellOfficers } from './tell-officers.js';

/** In a quarter of an hour: tight for one address on the net, wide for a call, so that a flood cannot bury the officers. */
export const questionLimits = (callId: string, address: string): Limit[] => [
  { key: `questions from ${address} to ${callId}`, most: 5 },
  { key: `questions from ${address}`, most: 20 },
  { key: `questions to ${callId}`, most: 200 },
];

export interface PutQuestion {
  readonly text: string;
  /** Of somebody who is not signed in. */
  readonly email?: string;
  /** Of a call by invitation. */
  readonly code?: string;
  readonly language: Language;
}

/** Puts a question on record and lets the officers know. */
@Injectable()
export class RecordQuestion {
  constructor(
    private readonly questions: QuestionStore,
    private readonly audit: AuditTrail,
    private readonly officers: TellOfficers,
  ) {}

  async asked(call: Call, { text, email, language }: PutQuestion, actor: Actor | undefined, now: Date): Promise<void> {
    const question = Object.assign(new CallQuestion(), {
      id: newId<QuestionId>(), callId: call.id, asked: text.trim(), askedBy: actor?.accountId ?? null, askerEmail: actor ? null : (email ?? null),
      askerLanguage: actor?.language ?? language, askedAt: now, status: 'waiting' as const, told: null, answer: null, decidedBy: null, decidedAt: null,
    });
    await this.questions.insert(question);
    await this.audit.record({ action: 'call.question_asked', subject: { kind: 'call', id: call.id }, actor: actor ?? SYSTEM, facts: { question: question.id } });
    await this.officers.ofQuestion(call, question);
  }
}

/** Anybody asks about a call; the officers hear of it. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly records: RecordQuestion,
    private readonly admission: AdmitReader,
    private readonly time: DatabaseTime,
  ) {}

  /** Answers when it arrived. @throws DomainError `call_absent`, `questions_not_taken`, `questions_over`, `email_needed` */
  run(callId: string, put: PutQuestion, actor: Actor | undefined): Promise<Date> {
    return this.tx.run(async () => {
      const call = await this.calls.hold(callId);
      if (!call?.publishedAt) throw noSuchCall();
      await this.admission.insist(call, { actor, code: put.code });
      const now = await this.time.now();
      insist(mayAsk(call, (await this.calls.rulebook(call.id, call.rulebookVersion))!.rulebook as Rulebook, now));
      if (!actor && !put.email) throw emailNeeded();
      await this.records.asked(call, put, actor, now);
      return now;
    });
  }
}
