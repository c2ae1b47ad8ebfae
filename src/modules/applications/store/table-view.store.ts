import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { TableView, type TableViewId } from '../domain/views/table-view.js';

@Injectable()
export class TableViewStore {
  constructor(private readonly tx: Transaction) {}

  /** Her own, and what others share at one of these places; in the order of their names. */
  visible(accountId: string, nodePaths: readonly string[]): Promise<TableView[]> {
    return this.tx.reader.getRepository(TableView).createQueryBuilder('v').where('v.account_id = :accountId or v.shared_at = any(:nodePaths)', { accountId, nodePaths: [...nodePaths] })
      .orderBy('v.name').addOrderBy('v.id').getMany();
  }

  /** Those of one person; locks them, so that two windows do not keep more than there may be. */
  ownLocked(accountId: string): Promise<TableView[]> {
    return this.tx.manager.getRepository(TableView).find({ where: { accountId }, lock: { mode: 'pessimistic_write' } });
  }

  async lock(accountId: string, id: string): Promise<TableView | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(TableView).findOne({ where: { accountId, id: id as TableViewId }, lock: { mode: 'pessimistic_write' } });
  }

  async save(view: TableView): Promise<void> {
    await this.tx.manager.upsert(TableView, view, ['accountId', 'name']);
  }

  async remove({ id }: TableView): Promise<void> {
    await this.tx.manager.delete(TableView, { id });
  }
}
