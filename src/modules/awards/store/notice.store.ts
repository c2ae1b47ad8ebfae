import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { AwardNotice } from '../domain/notice.js';
import { Objection } from '../domain/objection.js';

@Injectable()
export class NoticeStore {
  constructor(private readonly tx: Transaction) {}

  find(id: string): Promise<AwardNotice | null> {
    return this.tx.reader.getRepository(AwardNotice).findOneBy({ id });
  }

  async ofCall(callId: string): Promise<AwardNotice[]> {
    return isId(callId) ? this.tx.reader.getRepository(AwardNotice).find({ where: { callId }, order: { ordinal: 'DESC' } }) : [];
  }

  published(wanted: { hash: string } | { documentId: string }): Promise<AwardNotice | null> {
    return this.tx.reader.getRepository(AwardNotice).findOneBy(wanted);
  }

  newest(): Promise<AwardNotice[]> {
    return this.tx.reader.getRepository(AwardNotice).find({ order: { publishedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  async insert(notice: AwardNotice): Promise<void> {
    await this.tx.manager.insert(AwardNotice, notice as never);
  }

  async print(id: string, documentId: string): Promise<void> {
    await this.tx.manager.update(AwardNotice, { id }, { documentId });
  }

  async withdraw(id: string, withdrawnAt: Date, withdrawnReason: string): Promise<void> {
    await this.tx.manager.update(AwardNotice, { id }, { withdrawnAt, withdrawnReason });
  }

  async findObjection(id: string): Promise<Objection | null> {
    return isId(id) ? this.tx.reader.getRepository(Objection).findOneBy({ id }) : null;
  }

  async lockObjection(id: string): Promise<Objection | null> {
    return isId(id) ? this.tx.manager.getRepository(Objection).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  objectionByReference(reference: string): Promise<Objection | null> {
    return this.tx.reader.getRepository(Objection).findOneBy({ reference });
  }

  objections(callId: string): Promise<Objection[]> {
    return this.tx.reader.getRepository(Objection).find({ where: { callId }, order: { receivedAt: 'ASC' } });
  }

  /** Received or admitted and not answered, the earliest last day first. */
  openObjections(scope: Scope): Promise<Objection[]> {
    const query = this.tx.reader.getRepository(Objection).createQueryBuilder('o').where(`o.status in ('received', 'admissible')`).orderBy('o.answerUntil').addOrderBy('o.receivedAt');
    return restrict(query, scope, { nodePath: 'o.node_path' }).getMany();
  }

  async insertObjection(objection: Objection): Promise<void> {
    await this.tx.manager.insert(Objection, objection);
  }

  async updateObjection(objection: Objection): Promise<void> {
    objection.version += 1;
    await this.tx.manager.update(Objection, { id: objection.id }, { ...objection });
  }
}
