import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { isId, Transaction } from '#libs/database';
import { EligibilityCheck, type ApplicationId } from '../domain/application.js';
import { Appeal, Opinion, Supplement } from '../domain/screening/dialogue.js';

/** What is said between screeners, officers and the applicant while an application is screened. */
@Injectable()
export class ScreeningStore {
  constructor(private readonly tx: Transaction) {}

  opinions(applicationId: string): Promise<Opinion[]> {
    return this.tx.reader.getRepository(Opinion).find({ where: { applicationId: applicationId as ApplicationId }, order: { givenAt: 'ASC', screenerId: 'ASC' } });
  }

  async saveOpinion(opinion: Opinion): Promise<void> {
    await this.tx.manager.upsert(Opinion, opinion, ['applicationId', 'ruleId', 'screenerId']);
  }

  /** A finding that the screeners no longer share does not stand. */
  async dropCheck(applicationId: string, ruleId: string): Promise<void> {
    await this.tx.manager.delete(EligibilityCheck, { applicationId: applicationId as ApplicationId, ruleId });
  }

  /** Oldest first. */
  supplements(applicationId: string): Promise<Supplement[]> {
    return this.tx.reader.getRepository(Supplement).find({ where: { applicationId: applicationId as ApplicationId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** Neither answered nor taken back; their own time may be over. */
  openSupplements(applicationIds: readonly string[]): Promise<Supplement[]> {
    return this.tx.reader.getRepository(Supplement).createQueryBuilder('s').where('s.application_id = any(:ids) and s.answered_at is null and s.withdrawn_at is null', { ids: [...applicationIds] }).getMany();
  }

  async lockSupplement(applicationId: string, id: string): Promise<Supplement | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Supplement).findOne({ where: { id, applicationId: applicationId as ApplicationId }, lock: { mode: 'pessimistic_write' } });
  }

  async addSupplement(supplement: Supplement): Promise<void> {
    await this.tx.manager.insert(Supplement, supplement);
  }

  async saveSupplement({ id, answer, documentIds, answeredBy, answeredAt, withdrawnAt }: Supplement): Promise<void> {
    await this.tx.manager.update(Supplement, { id, answeredAt: IsNull(), withdrawnAt: IsNull() }, { answer, documentIds, answeredBy, answeredAt, withdrawnAt });
  }

  /** Oldest first. */
  appeals(applicationId: string): Promise<Appeal[]> {
    return this.tx.reader.getRepository(Appeal).find({ where: { applicationId: applicationId as ApplicationId }, order: { lodgedAt: 'ASC', id: 'ASC' } });
  }

  async lockAppeal(applicationId: string, id: string): Promise<Appeal | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Appeal).findOne({ where: { id, applicationId: applicationId as ApplicationId }, lock: { mode: 'pessimistic_write' } });
  }

  async addAppeal(appeal: Appeal): Promise<void> {
    await this.tx.manager.insert(Appeal, appeal);
  }

  async decideAppeal({ id, status, decision, decidedBy, decidedAt }: Appeal): Promise<void> {
    await this.tx.manager.update(Appeal, { id, status: 'lodged' }, { status, decision, decidedBy, decidedAt });
  }
}
