import { Injectable } from '@nestjs/common';
import type { Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { normalEmail, type AccountStatus } from '../domain/account.js';

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly status: AccountStatus;
  readonly factor: boolean;
  readonly roles: { id: string; role: string; nodePath: string | null; nodeName: string | null; subjectId: string | null }[];
}

export interface AccountFilter {
  /** Part of a name or an address. */
  readonly words?: string;
  readonly role?: string;
  readonly id?: string;
  readonly status?: AccountStatus;
}

/**
 * The accounts that hold, or once held, a role inside the scope and hold none outside it: whoever has left stays to be found. People
 * without any role at a place, such as applicants, are found by their whole address, and read by the id that it has given.
 */
@Injectable()
export class AccountList {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, page: PageRequest, { status, id: wanted, ...filter }: AccountFilter = {}): Promise<Page<AccountRow>> {
    const [name, id] = page.after === undefined ? [null, null] : unpackCursor(page.after, 2);
    const rows = await this.tx.reader.query<AccountRow[]>(LIST, [...matching(scope, filter), status ?? null, name, id, page.limit + 1, wanted ?? null]);
    return toPage(rows, page.limit, (row) => [row.name, row.id]);
  }

  /** How many stand in each status, whatever status is asked for. */
  async counts(scope: Scope, filter: Omit<AccountFilter, 'status' | 'id'> = {}): Promise<Record<string, number>> {
    const rows = await this.tx.reader.query<{ status: string; count: number }[]>(COUNTS, matching(scope, filter));
    return Object.fromEntries(rows.map((row) => [row.status, row.count]));
  }
}

function matching(scope: Scope, { words, role }: Omit<AccountFilter, 'status' | 'id'>): unknown[] {
  const like = words ? `%${words.replace(/[%_\\]/g, '\\$&')}%` : null;
  return [scope.everything, scope.nodePaths, like, words ? normalEmail(words) : null, role ?? null];
}

/** Whoever has held a role at a place belongs to that place's administrators, whoever else knows the id. */
const KNOWN_BY_ID = '(account.id = $10 and not exists (select 1 from account_role held where held.account_id = account.id and held.node_id is not null))';

/** Guests have no account that anybody could administer. */
const matches = (known: string): string => `
  account.status <> 'guest' and ($1 or account.email = $4 or ${known} or (
    exists (select 1 from account_role held join organiser_node node on node.id = held.node_id
      where held.account_id = account.id and exists (select 1 from unnest($2::text[]) mine where starts_with(node.path, mine)))))
  and not exists (select 1 from account_role held join organiser_node node on node.id = held.node_id
    where not $1 and held.account_id = account.id and held.revoked_at is null and not exists (select 1 from unnest($2::text[]) mine where starts_with(node.path, mine)))
  and ($3::text is null or account.name ilike $3 or account.email ilike $3)
  and ($5::text is null or exists (select 1 from account_role held where held.account_id = account.id and held.revoked_at is null and held.role = $5))`;

const LIST = `
  select account.id, account.email, account.name, account.language, account.status,
    exists (select 1 from second_factor factor where factor.account_id = account.id and factor.confirmed_at is not null) as factor,
    coalesce((select json_agg(json_build_object('id', held.id, 'role', held.role, 'nodePath', node.path, 'nodeName', node.name,
        'subjectId', held.subject_id) order by held.granted_at, held.id)
      from account_role held left join organiser_node node on node.id = held.node_id
      where held.account_id = account.id and held.revoked_at is null), '[]'::json) as roles
  from account
  where ${matches(KNOWN_BY_ID)} and ($6::text is null or account.status = $6) and ($7::text is null or (account.name, account.id::text) > ($7, $8)) and ($10::uuid is null or account.id = $10)
  order by account.name, account.id::text limit $9`;

const COUNTS = `select account.status, count(*)::int as count from account where ${matches('false')} group by account.status`;
