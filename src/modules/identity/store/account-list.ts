import { Injectable } from '@nestjs/common';
import type { Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import type { AccountStatus } from '../domain/account.js';

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly status: AccountStatus;
  readonly factor: boolean;
  readonly roles: { id: string; role: string; nodePath: string | null; nodeName: string | null; subjectId: string | null }[];
}

/** The accounts that hold a role inside the scope. */
@Injectable()
export class AccountList {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, page: PageRequest): Promise<Page<AccountRow>> {
    const after = page.after === undefined ? null : String(unpackCursor(page.after, 1)[0]);
    const rows = await this.tx.reader.query<AccountRow[]>(LIST, [scope.everything, scope.nodePaths, after, page.limit + 1]);
    return toPage(rows, page.limit, (row) => [row.id]);
  }
}

const LIST = `
  select account.id, account.email, account.name, account.language, account.status,
    exists (select 1 from second_factor factor where factor.account_id = account.id and factor.confirmed_at is not null) as factor,
    coalesce((select json_agg(json_build_object('id', held.id, 'role', held.role, 'nodePath', node.path, 'nodeName', node.name,
        'subjectId', held.subject_id) order by held.granted_at, held.id)
      from account_role held left join organiser_node node on node.id = held.node_id
      where held.account_id = account.id and held.revoked_at is null), '[]'::json) as roles
  from account
  where ($3::text is null or account.id::text > $3)
    and ($1 or exists (select 1 from account_role held join organiser_node node on node.id = held.node_id
      where held.account_id = account.id and exists (select 1 from unnest($2::text[]) mine where starts_with(node.path, mine))))
  order by account.id limit $4`;
