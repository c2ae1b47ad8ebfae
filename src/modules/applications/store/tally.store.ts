import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { Transaction } from '#libs/database';
import type { ApplicationFilter } from './application-filter.js';
import { Conditions } from './conditions.js';

/** In one statement: whoever counts meanwhile sees all of it or nothing. Of two who gather at once each takes other rows. */
const GATHER = `
  with crowded as (
    select call_id, node_path, category_key, status from application_tally group by 1, 2, 3, 4 having count(*) > 1
  ), gone as (
    delete from application_tally t using crowded c
    where (t.call_id, t.node_path, t.category_key, t.status) = (c.call_id, c.node_path, c.category_key, c.status)
    returning t.call_id, t.node_path, t.category_key, t.status, t.n
  )
  insert into application_tally (call_id, node_path, category_key, status, n)
  select call_id, node_path, category_key, status, sum(n)::int from gone group by 1, 2, 3, 4 having sum(n) <> 0`;

/** How many of the applications stand where, without looking at any of them: the database keeps account with every change. */
@Injectable()
export class TallyStore {
  constructor(private readonly tx: Transaction) {}

  /** The number in each status; words and a status are no part of what is counted. */
  async counts(scope: Scope, { callId, callIds, sealed = [], categoryKey }: ApplicationFilter): Promise<Record<string, number>> {
    const where = new Conditions();
    restrict(where, scope, { nodePath: 't.node_path' });
    if (sealed.length > 0) where.andWhere('t.call_id <> all(:sealed::uuid[])', { sealed });
    if (callId) where.andWhere('t.call_id = :callId', { callId });
    if (callIds) where.andWhere('t.call_id = any(:callIds::uuid[])', { callIds: [...callIds] });
    if (categoryKey) where.andWhere('t.category_key = :categoryKey', { categoryKey });
    const rows = await this.tx.sql<{ status: string; count: number }>(
      `select t.status, sum(t.n)::int as count from application_tally t where ${where.text} group by t.status having sum(t.n) <> 0`, where.values,
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** Makes one row of what was added to a group since. */
  async gather(): Promise<void> {
    await this.tx.manager.query(GATHER);
  }
}
