import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Application } from '../domain/application.js';
import type { ApplicationStatus } from '../domain/application-status.js';

export interface ApplicationFilter {
  readonly callId?: string;
  readonly status?: ApplicationStatus;
  readonly categoryKey?: string;
  /** In the number, the project's or the organisation's name. */
  readonly words?: string;
}

/** What staff look through: drafts are their writers' own and stand in no list. */
@Injectable()
export class ApplicationCatalogue {
  constructor(private readonly tx: Transaction) {}

  /** In the order of submission. */
  async list(scope: Scope, page: PageRequest, filter: ApplicationFilter): Promise<Page<Application>> {
    const query = this.filtered(scope, filter).orderBy('a.submittedAt').addOrderBy('a.id').limit(page.limit + 1);
    if (page.after) {
      const [at, id] = unpackCursor(page.after, 2);
      query.andWhere('(a.submitted_at, a.id) > (:at, :id)', { at, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [row.submittedAt, row.id]);
  }

  /** How many of the filter stand in each status. */
  async counts(scope: Scope, filter: ApplicationFilter): Promise<Record<string, number>> {
    const rows = await this.filtered(scope, { ...filter, status: undefined })
      .select('a.status', 'status').addSelect('count(*)', 'count').groupBy('a.status').getRawMany<{ status: string; count: string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  private filtered(scope: Scope, { callId, status, categoryKey, words }: ApplicationFilter) {
    const query = this.tx.reader.getRepository(Application).createQueryBuilder('a').where(`a.submitted_at is not null and a.status <> 'draft'`);
    restrict(query, scope, { nodePath: 'a.node_path' });
    if (callId) query.andWhere('a.call_id = :callId', { callId });
    if (status) query.andWhere('a.status = :status', { status });
    if (categoryKey) query.andWhere('a.category_key = :categoryKey', { categoryKey });
    if (words) query.andWhere('(a.number like :words or a.project_name like :words or a.organisation_name like :words)', { words: `%${words.replace(/[%_\\]/g, '\\$&')}%` });
    return query;
  }
}
