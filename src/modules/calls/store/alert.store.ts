import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { CallAlert, type AlertId } from '../domain/alert/alert.js';

@Injectable()
export class AlertStore {
  constructor(private readonly tx: Transaction) {}

  /** Of one person, in the order in which they were kept. */
  of(accountId: string): Promise<CallAlert[]> {
    return this.read.find({ where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  all(): Promise<CallAlert[]> {
    return this.read.find({ order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Keeping the same search again keeps it once. Answers whether it is new. */
  async insert(alert: CallAlert): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(CallAlert).values(alert).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** Answers whether there was such an alert of hers. */
  async remove(accountId: string, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const { affected } = await this.tx.manager.delete(CallAlert, { id: id as AlertId, accountId });
    return affected === 1;
  }

  private get read() {
    return this.tx.reader.getRepository(CallAlert);
  }
}
