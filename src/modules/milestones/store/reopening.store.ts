import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { isId, Transaction } from '#libs/database';
import type { MilestoneId } from '../domain/milestone.js';
import { Reliance, ReportReopening, type ReportReopeningId } from '../domain/report-reopening.js';

/** Requests to take an acceptance back, and the payments that rest on one. */
@Injectable()
export class ReopeningStore {
  constructor(private readonly tx: Transaction) {}

  async lock(id: string): Promise<ReportReopening | null> {
    return isId(id) ? this.tx.manager.getRepository(ReportReopening).findOne({ where: { id: id as ReportReopeningId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async find(id: string): Promise<ReportReopening | null> {
    return isId(id) ? this.tx.reader.getRepository(ReportReopening).findOneBy({ id: id as ReportReopeningId }) : null;
  }

  /** Oldest first. */
  of(milestoneId: MilestoneId): Promise<ReportReopening[]> {
    return this.tx.reader.getRepository(ReportReopening).find({ where: { milestoneId }, order: { askedAt: 'ASC' } });
  }

  waiting(): Promise<ReportReopening[]> {
    return this.tx.reader.getRepository(ReportReopening).find({ where: { decidedAt: IsNull() }, order: { askedAt: 'ASC' } });
  }

  async insert(reopening: ReportReopening): Promise<void> {
    await this.tx.manager.insert(ReportReopening, reopening as never);
  }

  async decide({ id, decidedBy, decidedAt, granted, note }: ReportReopening): Promise<void> {
    await this.tx.manager.update(ReportReopening, { id }, { decidedBy, decidedAt, granted, note });
  }

  paymentsOn(milestoneId: MilestoneId): Promise<Reliance[]> {
    return this.tx.reader.getRepository(Reliance).findBy({ milestoneId });
  }

  async rely(rows: readonly Reliance[]): Promise<void> {
    if (rows.length > 0) await this.tx.manager.createQueryBuilder().insert().into(Reliance).values(rows as never).orUpdate(['paid'], ['milestone_id', 'payment_id']).execute();
  }

  async release(paymentId: string): Promise<void> {
    await this.tx.manager.delete(Reliance, { paymentId });
  }
}
