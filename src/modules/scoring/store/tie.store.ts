import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { TieDecision, type TieDecisionId } from '../domain/tie-decision.js';

/** How equals were put in order, and by whom. A decision once settled never changes. */
@Injectable()
export class TieStore {
  constructor(private readonly tx: Transaction) {}

  /** Oldest first. */
  ofCall(callId: string): Promise<TieDecision[]> {
    return this.tx.reader.getRepository(TieDecision).find({ where: { callId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  async lock(id: string): Promise<TieDecision | null> {
    return isId(id) ? this.tx.manager.getRepository(TieDecision).findOne({ where: { id: id as TieDecisionId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async insert(decision: TieDecision): Promise<void> {
    await this.tx.manager.insert(TieDecision, decision);
  }

  async settle({ id, orderedIds, publicValue, settledBy, settledAt, granted, note }: TieDecision): Promise<void> {
    await this.tx.manager.update(TieDecision, { id }, { orderedIds, publicValue, settledBy, settledAt, granted, note });
  }
}
