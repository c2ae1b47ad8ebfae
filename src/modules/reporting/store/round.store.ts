import { Injectable } from '@nestjs/common';
import type { Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { CallStatus } from '#modules/calls';
import type { RoundPlan } from '../domain/round-facts.js';

/** A published round with what of its rulebook the figures need. Amounts in fen. */
export interface RoundRow extends RoundPlan {
  readonly id: string;
  readonly number: string;
  readonly title: Sentence;
  readonly status: CallStatus;
  readonly suspendedFrom: CallStatus | null;
  readonly nodePath: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly publishedAt: Date;
  readonly programmeId: string;
  readonly programmeTitle: Sentence;
  readonly poolFen: number;
  readonly categories: readonly { readonly key: string; readonly title: Sentence }[];
  readonly evaluations: readonly { readonly key: string; readonly kind: 'midterm' | 'final'; readonly title: Sentence; readonly grades: readonly { readonly key: string; readonly title: Sentence }[] }[];
  readonly rules: readonly { readonly id: string; readonly text: Sentence }[];
  readonly organisers: readonly Sentence[];
}

/** The tree of scores is long; two words of each stage of it are enough. */
const PICK = (path: string, ...names: string[]): string =>
  `(select coalesce(json_agg(json_build_object(${names.map((name) => `'${name}', e -> '${name}'`).join(', ')})), '[]') from json_array_elements(r.rulebook -> ${path}) e)`;

const ROUND = `
  select c.id, c.number, c.title, c.status, c.suspended_from as "suspendedFrom", c.node_path as "nodePath", c.opens_at as "opensAt", c.closes_at as "closesAt",
    c.published_at as "publishedAt", p.id as "programmeId", p.title as "programmeTitle", (r.rulebook -> 'money' ->> 'poolFen')::float8 as "poolFen",
    r.rulebook -> 'stages' as stages, ${PICK(`'scoring' -> 'stages'`, 'key', 'stage')} as scored, ${PICK(`'evaluations'`, 'key', 'kind', 'title', 'grades')} as evaluations,
    ${PICK(`'categories'`, 'key', 'title')} as categories, ${PICK(`'eligibility'`, 'id', 'text')} as rules,
    (select coalesce(json_agg(e -> 'name'), '[]') from json_array_elements(r.rulebook -> 'organisers') e) as organisers
  from call c join programme p on p.id = c.programme_id
    join call_rulebook r on r.call_id = c.id and r.version = c.rulebook_version
  where c.published_at is not null and ($1::boolean or exists (select from unnest($2::text[]) place where starts_with(c.node_path, place)))`;

/** Rounds in somebody's sight. */
@Injectable()
export class RoundStore {
  constructor(private readonly tx: Transaction) {}

  /** From here to the end of the open transaction every figure is read from one state of the data. First in the transaction. */
  async freeze(): Promise<void> {
    await this.tx.manager.query('set transaction isolation level repeatable read, read only');
  }

  async find(scope: Scope, callId: string): Promise<RoundRow | null> {
    if (!isId(callId)) return null;
    const [row] = await this.tx.reader.query<RoundRow[]>(`${ROUND} and c.id = $3`, [scope.everything, scope.nodePaths, callId]);
    return row ?? null;
  }

  /** The most recently published first. */
  async list(scope: Scope, page: PageRequest): Promise<Page<RoundRow>> {
    const [at, id] = page.after ? unpackCursor(page.after, 2) : [null, null];
    const rows = await this.tx.reader.query<RoundRow[]>(
      `${ROUND} and ($3::timestamptz is null or (c.published_at, c.id) < ($3, $4::uuid)) order by c.published_at desc, c.id desc limit $5`,
      [scope.everything, scope.nodePaths, at, id, page.limit + 1],
    );
    return toPage(rows, page.limit, (row) => [row.publishedAt, row.id]);
  }
}
