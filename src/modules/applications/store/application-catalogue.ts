import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Application } from '../domain/application.js';
import type { ApplicationStatus } from '../domain/application-status.js';
import { narrowByWords } from './filter-conditions.js';

export interface ApplicationFilter {
  readonly callId?: string;
  /** Any of these calls. */
  readonly callIds?: readonly string[];
  /** What was submitted in these calls is not shown yet. */
  readonly sealed?: readonly string[];
  readonly status?: ApplicationStatus;
  readonly categoryKey?: string;
  /** What is asked for, as `parseFilter` reads it: words of the number, the project and the organisation, and fields by name. */
  readonly words?: string;
}

const SORTS = {
  submittedAt: { column: 'a.submitted_at', of: ({ submittedAt }: Application) => submittedAt },
  requestedFen: { column: 'a.requested_fen', of: ({ requestedFen }: Application) => requestedFen },
  totalFen: { column: 'a.total_fen', of: ({ totalFen }: Application) => totalFen },
  organisationName: { column: 'a.organisation_name', of: ({ organisationName }: Application) => organisationName },
  projectName: { column: 'a.project_name', of: ({ projectName }: Application) => projectName },
  number: { column: 'a.number', of: ({ number }: Application) => number },
} as const;
/** What the table can be sorted by; with `-` in front from the greatest down. */
export const APPLICATION_SORTS = Object.keys(SORTS).flatMap((name) => [name, `-${name}`]) as readonly string[];

interface Neighbour {
  readonly id: string;
  readonly projectName: string;
}

const LIVE = `a.status not in ('withdrawn', 'ineligible', 'not_awarded', 'declined')`;

/** What staff look through: drafts are their writers' own and stand in no list. */
@Injectable()
export class ApplicationCatalogue {
  private listed?: string[];

  constructor(private readonly tx: Transaction) {}

  /** In the order of submission where no other is asked for; without the answers. */
  async list(scope: Scope, page: PageRequest & { sort?: string }, filter: ApplicationFilter): Promise<Page<Application>> {
    const falling = page.sort?.startsWith('-') ?? false;
    const { column, of } = SORTS[(page.sort ?? 'submittedAt').replace('-', '') as keyof typeof SORTS] ?? SORTS.submittedAt;
    const order = falling ? 'DESC' : 'ASC';
    const query = this.filtered(scope, filter).select(this.columns).orderBy(camel(column), order).addOrderBy('a.id', order).limit(page.limit + 1);
    if (page.after) {
      const [value, id] = unpackCursor(page.after, 2);
      query.andWhere(`(${column}, a.id) ${falling ? '<' : '>'} (:value, :id)`, { value, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [of(row), row.id]);
  }

  /** How many of the filter stand in each status. */
  async counts(scope: Scope, filter: ApplicationFilter): Promise<Record<string, number>> {
    const rows = await this.filtered(scope, { ...filter, status: undefined })
      .select('a.status', 'status').addSelect('count(*)', 'count').groupBy('a.status').getRawMany<{ status: string; count: string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
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

  /** All but the answers: they are nine tenths of a row and stand in no list. */
  private get columns(): string[] {
    return (this.listed ??= this.tx.dataSource.getMetadata(Application).columns.map(({ propertyName }) => propertyName).filter((name) => name !== 'answers').map((name) => `a.${name}`));
  }

  private filtered(scope: Scope, { callId, callIds, sealed = [], status, categoryKey, words }: ApplicationFilter): SelectQueryBuilder<Application> {
    const query = this.tx.reader.getRepository(Application).createQueryBuilder('a').where(`a.submitted_at is not null and a.status <> 'draft'`);
    if (sealed.length > 0) query.andWhere('a.call_id <> all(:sealed)', { sealed });
    restrict(query, scope, { nodePath: 'a.node_path' });
    if (callId) query.andWhere('a.call_id = :callId', { callId });
    if (callIds) query.andWhere('a.call_id = any(:callIds)', { callIds: [...callIds] });
    if (status) query.andWhere('a.status = :status', { status });
    if (categoryKey) query.andWhere('a.category_key = :categoryKey', { categoryKey });
    if (words) narrowByWords(query, words);
    return query;
  }
}

/** The query builder orders by the property, the comparison by the column. */
const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
