import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Call } from '../domain/call.js';
import type { CallStatus } from '../domain/call-status.js';

export interface CallFilter {
  readonly status?: CallStatus;
  readonly programmeId?: string;
}

/** The lists of calls that people read. */
@Injectable()
export class CallCatalogue {
  constructor(private readonly tx: Transaction) {}

  /** Newest first. */
  async list(scope: Scope, page: PageRequest, filter: CallFilter): Promise<Page<Call>> {
    const query = this.query(page).orderBy('c.createdAt', 'DESC').addOrderBy('c.id', 'DESC');
    restrict(query, scope, { nodePath: 'c.node_path' });
    if (filter.status) query.andWhere('c.status = :status', { status: filter.status });
    if (filter.programmeId) query.andWhere('c.programme_id = :programmeId', { programmeId: filter.programmeId });
    if (page.after) query.andWhere('(c.created_at, c.id) < (:at, :id)', cursor(page.after));
    return toPage(await query.getMany(), page.limit, (row) => [row.createdAt, row.id]);
  }

  /** What everybody may find: published, and not by invitation. */
  async published(page: PageRequest, filter: Pick<CallFilter, 'status'>): Promise<Page<Call>> {
    const query = this.query(page).where(`c.published_at is not null and c.visibility = 'public'`).orderBy('c.publishedAt', 'DESC').addOrderBy('c.id', 'DESC');
    if (filter.status) query.andWhere('c.status = :status', { status: filter.status });
    if (page.after) query.andWhere('(c.published_at, c.id) < (:at, :id)', cursor(page.after));
    return toPage(await query.getMany(), page.limit, (row) => [row.publishedAt, row.id]);
  }

  private query(page: PageRequest) {
    return this.tx.reader.getRepository(Call).createQueryBuilder('c').limit(page.limit + 1);
  }
}

function cursor(after: string): { at: unknown; id: unknown } {
  const [at, id] = unpackCursor(after, 2);
  return { at, id };
}
