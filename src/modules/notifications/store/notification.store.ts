import { Injectable } from '@nestjs/common';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Notification, type NotificationId } from '../domain/notification.js';

@Injectable()
export class NotificationStore {
  constructor(private readonly tx: Transaction) {}

  /** Answers whether the person had not been told yet. */
  async insert(notification: Notification): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(Notification).values(notification as never).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** Newest first. */
  async list(accountId: string, page: PageRequest, unreadOnly: boolean): Promise<Page<Notification>> {
    const query = this.read.createQueryBuilder('n').where('n.account_id = :accountId', { accountId }).orderBy('n.createdAt', 'DESC').addOrderBy('n.id', 'DESC').limit(page.limit + 1);
    if (unreadOnly) query.andWhere('n.read_at is null');
    if (page.after) {
      const [at, id] = unpackCursor(page.after, 2);
      query.andWhere('(n.created_at, n.id) < (:at, :id)', { at, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [row.createdAt, row.id]);
  }

  async countUnread(accountId: string): Promise<number> {
    return this.read.createQueryBuilder('n').where('n.account_id = :accountId and n.read_at is null', { accountId }).getCount();
  }

  /** Answers whether there is such a notification of hers. */
  async markRead(accountId: string, id: string, at: Date): Promise<boolean> {
    if (!isId(id)) return false;
    const { affected } = await this.tx.manager.createQueryBuilder().update(Notification).set({ readAt: () => 'coalesce(read_at, :at)' })
      .where('id = :id and account_id = :accountId', { id: id as NotificationId, accountId, at }).execute();
    return affected === 1;
  }

  async markAllRead(accountId: string, at: Date): Promise<void> {
    await this.tx.manager.createQueryBuilder().update(Notification).set({ readAt: at }).where('account_id = :accountId and read_at is null', { accountId }).execute();
  }

  /** Whoever has read it already keeps the time of it. @param asked how the keys of the messages begin @param until later ones stay as they are */
  async markAnswered(asked: readonly string[], at: Date, until?: Date): Promise<void> {
    for (const begins of asked) {
      const query = this.tx.manager.createQueryBuilder().update(Notification).set({ readAt: at }).where('read_at is null and key like :begins', { begins: `${begins.replace(/[%_\\]/g, '\\$&')}%` });
      if (until) query.andWhere('created_at <= :until', { until });
      await query.execute();
    }
  }

  private get read() {
    return this.tx.reader.getRepository(Notification);
  }
}
