import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { CallId } from '../domain/call.js';
import { CallQuestion, type QuestionId } from '../domain/question/question.js';

@Injectable()
export class QuestionStore {
  constructor(private readonly tx: Transaction) {}

  /** In the order in which they were asked. */
  ofCall(callId: string): Promise<CallQuestion[]> {
    return this.read.find({ where: { callId: callId as CallId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** What everybody may read, the newest answer first. */
  answered(callId: string): Promise<CallQuestion[]> {
    return this.read.find({ where: { callId: callId as CallId, status: 'answered' }, order: { decidedAt: 'DESC', id: 'DESC' } });
  }

  /** For deciding it. */
  async lock(callId: string, id: string): Promise<CallQuestion | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(CallQuestion).findOne({ where: { id: id as QuestionId, callId: callId as CallId }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(question: CallQuestion): Promise<void> {
    await this.tx.manager.insert(CallQuestion, question);
  }

  async decide({ id, status, told, answer, decidedBy, decidedAt }: CallQuestion): Promise<void> {
    await this.tx.manager.update(CallQuestion, { id }, { status, told, answer, decidedBy, decidedAt });
  }

  private get read() {
    return this.tx.reader.getRepository(CallQuestion);
  }
}
