import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { say, stale } from '#libs/errors';
import { Award, AwardAct, AwardRound, type AwardStatus } from '../domain/award.js';

@Injectable()
export class AwardStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Award | null> {
    return isId(id) ? this.tx.reader.getRepository(Award).findOneBy({ id }) : null;
  }

  async lock(id: string): Promise<Award | null> {
    return isId(id) ? this.tx.manager.getRepository(Award).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  ofCall(callId: string): Promise<Award[]> {
    return this.tx.reader.getRepository(Award).createQueryBuilder('a').where('a.call_id = :callId', { callId })
      .orderBy('a.place', 'ASC', 'NULLS FIRST').addOrderBy('a.rank', 'ASC', 'NULLS LAST').addOrderBy('a.id').getMany();
  }

  ofOrganisations(ids: readonly string[], statuses: readonly AwardStatus[]): Promise<Award[]> {
    return this.tx.reader.getRepository(Award).createQueryBuilder('a')
      .where('a.organisation_id = any(:ids) and a.status = any(:statuses)', { ids: [...ids], statuses: [...statuses] }).orderBy('a.id').getMany();
  }

  unanswered(before: Date): Promise<Award[]> {
    return this.tx.reader.getRepository(Award).createQueryBuilder('a').where(`a.status = 'confirmed' and a.answer_until < :before`, { before }).orderBy('a.id').getMany();
  }

  async insert(award: Award): Promise<void> {
    await this.tx.manager.insert(Award, award as never);
  }

  /** Writes the row if nobody wrote it since. @throws DomainError `award_changed` (stale) */
  async update(award: Award): Promise<void> {
    const { id, version, ...columns } = award;
    const { affected } = await this.tx.manager.update(Award, { id, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw stale('award_changed', say('内容已被他人修改，请刷新后重试', 'Somebody else changed this; reload and try again'));
    award.version = version + 1;
  }

  async round(callId: string): Promise<AwardRound | null> {
    return isId(callId) ? this.tx.reader.getRepository(AwardRound).findOneBy({ callId }) : null;
  }

  /** Everything that moves the awards of a round locks it first, so that sums and seats are judged by one at a time. */
  async lockRound(callId: string): Promise<AwardRound | null> {
    return isId(callId) ? this.tx.manager.getRepository(AwardRound).findOne({ where: { callId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async insertRound(round: AwardRound): Promise<void> {
    await this.tx.manager.insert(AwardRound, round as never);
  }

  acts(callId: string): Promise<AwardAct[]> {
    return this.tx.reader.getRepository(AwardAct).find({ where: { callId }, order: { id: 'ASC' } });
  }

  async addAct(act: AwardAct): Promise<void> {
    await this.tx.manager.insert(AwardAct, act);
  }
}
