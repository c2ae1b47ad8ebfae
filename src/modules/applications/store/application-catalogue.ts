import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Narrowable, type Scope } from '#libs/access';
import { isId, RowsOf, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Application } from '../domain/application.js';
import type { ApplicationFilter } from './application-filter.js';
import { ApplicationOrder } from './application-order.js';
import { Conditions } from './conditions.js';
import { narrowByWords } from './filter-conditions.js';
import { TallyStore } from './tally.store.js';

const UNLISTED = ['answers', 'budget', 'origins', 'words', 'matchingFen', 'ceilingFen', 'preferences', 'projectStatus', 'projectSince', 'createdBy', 'ownerId', 'savedBy', 'createdAt', 'revisedAt', 'rulebookVersion'] as const;
/** An application as it stands in a list. */
export type ListedApplication = Omit<Application, (typeof UNLISTED)[number] | 'answer' | 'parties'>;

interface Neighbour {
  readonly id: string;
  readonly projectName: string;
}

const LIVE = `a.status not in ('withdrawn', 'ineligible', 'not_awarded', 'declined')`;

/** What staff look through: drafts are their writers' own and stand in no list. */
@Injectable()
export class ApplicationCatalogue {
  /** All but what is nine tenths of a row and what stands in no list and no export. */
  private readonly rows: RowsOf<Application>;

  constructor(
    private readonly tx: Transaction,
    private readonly tally: TallyStore,
  ) {
    this.rows = new RowsOf(Application, tx, UNLISTED);
  }

  /** In the order of submission where no other is asked for; without the answers. */
  async list(scope: Scope, page: PageRequest & { sort?: string }, filter: ApplicationFilter): Promise<Page<ListedApplication>> {
    const order = new ApplicationOrder(page.sort);
    const where = narrowed(new Conditions(), scope, filter);
    if (page.after) order.narrow(where, unpackCursor(page.after, order.length));
    const rows = await this.tx.sql(`select ${this.rows.list('a')} from application a where ${where.text} order by ${order.text} limit ${page.limit + 1}`, where.values);
    return toPage(rows.map((row) => this.rows.of(row)), page.limit, (row) => order.placeOf(row));
  }

  /** How many of the filter stand in each status: from the tally, and only where words are looked for by counting what has them. */
  async counts(scope: Scope, filter: ApplicationFilter): Promise<Record<string, number>> {
    if (!filter.words) return this.tally.counts(scope, filter);
    const where = narrowed(new Conditions(), scope, { ...filter, status: undefined });
    const rows = await this.tx.sql<{ status: string; count: number }>(`select a.status, count(*)::int as count from application a where ${where.text} group by a.status`, where.values);
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** The same for each call by itself, with the number of drafts and of organisations that still take part. */
  async perCall(scope: Scope, callId?: string): Promise<{ callId: string; counts: Record<string, number>; drafts: number; organisations: number }[]> {
    const query = this.tx.reader.getRepository(Application).createQueryBuilder('a').select('a.call_id', 'callId').addSelect('a.status', 'status')
      .addSelect('count(*)', 'count').addSelect(`array_agg(distinct a.organisation_id) filter (where ${LIVE})`, 'live').groupBy('a.call_id').addGroupBy('a.status');
    restrict(query, scope, { nodePath: 'a.node_path' });
    if (callId) query.andWhere('a.call_id = :callId', { callId });
    const rows = await query.getRawMany<{ callId: string; status: string; count: string; live: string[] | null }>();
    return [...new Set(rows.map((row) => row.callId))].map((id) => {
      const own = rows.filter((row) => row.callId === id);
      return {
        callId: id, counts: Object.fromEntries(own.filter(({ status }) => status !== 'draft').map(({ status, count }) => [status, Number(count)])),
        drafts: Number(own.find(({ status }) => status === 'draft')?.count ?? 0), organisations: new Set(own.flatMap(({ live }) => live ?? [])).size,
      };
    });
  }

  /** The nearest before and after one application, itself in the filter or not. Null for one that the scope does not hold. */
  async around(id: string, scope: Scope, filter: ApplicationFilter): Promise<{ previous: Neighbour | null; next: Neighbour | null; total: number } | null> {
    const here = isId(id) ? await this.filtered(scope, {}).andWhere('a.id = :id', { id }).getOne() : null;
    if (!here) return null;
    const beside = async (comparison: '<' | '>') => {
      const order = comparison === '>' ? 'ASC' : 'DESC';
      const found = await this.filtered(scope, filter).andWhere(`(a.submitted_at, a.id) ${comparison} (:at, :id)`, { at: here.submittedAt, id })
        .orderBy('a.submittedAt', order).addOrderBy('a.id', order).getOne();
      return found && { id: found.id, projectName: found.projectName };
    };
    const [previous, next, total] = await Promise.all([beside('<'), beside('>'), this.filtered(scope, filter).getCount()]);
    return { previous, next, total };
  }

  private filtered(scope: Scope, filter: ApplicationFilter): SelectQueryBuilder<Application> {
    return narrowed(this.tx.reader.getRepository(Application).createQueryBuilder('a').where('true'), scope, filter);
  }
}

/** With what staff may see: what was handed in and is no draft again. */
function narrowed<Q extends Narrowable>(query: Q, scope: Scope, { callId, callIds, sealed = [], status, categoryKey, words }: ApplicationFilter): Q {
  query.andWhere(`a.submitted_at is not null and a.status <> 'draft'`);
  if (sealed.length > 0) query.andWhere('a.call_id <> all(:sealed::uuid[])', { sealed });
  restrict(query, scope, { nodePath: 'a.node_path' });
  if (callId) query.andWhere('a.call_id = :callId', { callId });
  if (callIds) query.andWhere('a.call_id = any(:callIds::uuid[])', { callIds: [...callIds] });
  if (status) query.andWhere('a.status = :status', { status });
  if (categoryKey) query.andWhere('a.category_key = :categoryKey', { categoryKey });
  if (words) narrowByWords(query, words);
  return query;
}
