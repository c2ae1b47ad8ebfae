import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Call } from '../domain/call.js';
import type { CallStatus } from '../domain/call-status.js';

export interface CallFilter {
  readonly status?: CallStatus;
  readonly programmeId?: string;
  /** Sought in number and title. */
  readonly words?: string;
}

/** Where a call stands for somebody who might apply. */
export const CALL_PHASES = ['open', 'upcoming', 'past'] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

export interface PublishedFilter {
  readonly status?: CallStatus;
  readonly phase?: CallPhase;
  readonly applicantType?: string;
  /** Sought in number and title, organisers and categories. */
  readonly words?: string;
}

const PHASES: Readonly<Record<CallPhase, string>> = {
  open: `c.status = 'open'`,
  upcoming: `c.status = 'published'`,
  past: `c.status not in ('published', 'open')`,
};
/** What can be applied for comes first. */
const STANDING = `(case c.status when 'open' then 0 when 'published' then 1 else 2 end)`;
const standingOf = ({ status }: Call): number => ({ open: 0, published: 1 } as Partial<Record<CallStatus, number>>)[status] ?? 2;
const RULES = `select 1 from call_rulebook r where r.call_id = c.id and r.version = c.rulebook_version`;
const FINDABLE = `c.visibility = 'public' or exists (select 1 from call_admission m where m.call_id = c.id and m.listed)
  or exists (select 1 from call_invitation i where i.call_id = c.id and i.organisation_id = any(:ids))`;
/** In both languages, and not in what JSON writes around them: “zh” is no word of a title. */
const NAMES = `strpos(lower(concat_ws(' ', c.number, c.title ->> 'zh', c.title ->> 'en')), lower(:words)) > 0`;
const TOLD = `concat(jsonb_path_query_array(r.rulebook::jsonb, '$.organisers[*].name.*'), jsonb_path_query_array(r.rulebook::jsonb, '$.categories[*].*.*'))`;

/** The lists of calls that people read. */
@Injectable()
export class CallCatalogue {
  constructor(private readonly tx: Transaction) {}

  /** Newest first. */
  async list(scope: Scope, page: PageRequest, filter: CallFilter): Promise<Page<Call>> {
    const query = narrowed(this.query(page).orderBy('c.createdAt', 'DESC').addOrderBy('c.id', 'DESC'), scope, filter);
    if (page.after) query.andWhere('(c.created_at, c.id) < (:at, :id)', cursor(page.after));
    return toPage(await query.getMany(), page.limit, (row) => [row.createdAt, row.id]);
  }

  /** How many of the filter stand in each status. */
  async counts(scope: Scope, filter: CallFilter): Promise<Record<string, number>> {
    const query = this.tx.reader.getRepository(Call).createQueryBuilder('c').select('c.status', 'status').addSelect('count(*)', 'count').groupBy('c.status');
    const rows = await narrowed(query, scope, { ...filter, status: undefined }).getRawMany<{ status: string; count: string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  /** Open calls first, then those about to open, then the rest, each newest first. What somebody may find: published and for everybody, or by invitation where that is shown or one of her organisations is invited. */
  async published(page: PageRequest, filter: PublishedFilter, organisationIds: readonly string[]): Promise<Page<Call>> {
    const query = found(this.query(page).where(`c.published_at is not null and (${FINDABLE})`, { ids: [...organisationIds] }), filter);
    query.addSelect(STANDING, 'standing').orderBy('standing', 'ASC').addOrderBy('c.publishedAt', 'DESC').addOrderBy('c.id', 'DESC');
    if (page.after) {
      const [standing, at, id] = unpackCursor(page.after, 3);
      query.andWhere(`(${STANDING} > :standing or (${STANDING} = :standing and (c.published_at, c.id) < (:at, :id)))`, { standing, at, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [standingOf(row), row.publishedAt, row.id]);
  }

  /** Whether everybody's search finds the call. */
  async finds(callId: string, { applicantType, words }: Pick<PublishedFilter, 'applicantType' | 'words'>): Promise<boolean> {
    const query = this.tx.reader.getRepository(Call).createQueryBuilder('c').where(`c.id = :callId and c.published_at is not null and c.visibility = 'public'`, { callId });
    return (await found(query, { applicantType, words }).getCount()) > 0;
  }

  private query(page: PageRequest) {
    return this.tx.reader.getRepository(Call).createQueryBuilder('c').limit(page.limit + 1);
  }
}

function found(query: SelectQueryBuilder<Call>, { status, phase, applicantType, words }: PublishedFilter): SelectQueryBuilder<Call> {
  if (status) query.andWhere('c.status = :status', { status });
  if (phase) query.andWhere(PHASES[phase]);
  if (applicantType) query.andWhere(`exists (${RULES} and jsonb_exists(r.rulebook::jsonb #> '{applicants,types}', :type))`, { type: applicantType });
  if (words) query.andWhere(`(${NAMES} or exists (${RULES} and strpos(lower(${TOLD}), lower(:words)) > 0))`, { words });
  return query;
}

function narrowed(query: SelectQueryBuilder<Call>, scope: Scope, { status, programmeId, words }: CallFilter): SelectQueryBuilder<Call> {
  restrict(query, scope, { nodePath: 'c.node_path' });
  if (status) query.andWhere('c.status = :status', { status });
  if (programmeId) query.andWhere('c.programme_id = :programmeId', { programmeId });
  if (words) query.andWhere(NAMES, { words });
  return query;
}

function cursor(after: string): { at: unknown; id: unknown } {
  const [at, id] = unpackCursor(after, 2);
  return { at, id };
}
