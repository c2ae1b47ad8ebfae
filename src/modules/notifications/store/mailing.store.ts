import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { PreparedMailing, type MailingId } from '../domain/mailing.js';

/** How many are shown in one list. */
const MOST = 100;

@Injectable()
export class MailingStore {
  constructor(private readonly tx: Transaction) {}

  /** Answers whether there was none with this key. */
  async insert(mailing: PreparedMailing): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(PreparedMailing).values(mailing as never).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async find(id: string): Promise<PreparedMailing | null> {
    return isId(id) ? this.tx.reader.getRepository(PreparedMailing).findOneBy({ id: id as MailingId }) : null;
  }

  async lock(id: string): Promise<PreparedMailing | null> {
    return isId(id) ? this.tx.manager.getRepository(PreparedMailing).findOne({ where: { id: id as MailingId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async decide({ id, status, decidedBy, decidedAt, note }: PreparedMailing): Promise<void> {
    await this.tx.manager.update(PreparedMailing, { id }, { status, decidedBy, decidedAt, note });
  }

  /** What waits first, then the newest. */
  within(scope: Scope): Promise<PreparedMailing[]> {
    const query = this.tx.reader.getRepository(PreparedMailing).createQueryBuilder('m').orderBy(`m.status = 'waiting'`, 'DESC').addOrderBy('m.prepared_at', 'DESC').addOrderBy('m.id', 'DESC').limit(MOST);
    return restrict(query, scope, { nodePath: 'm.node_path' }).getMany();
  }
}
