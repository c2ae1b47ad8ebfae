import { Injectable } from '@nestjs/common';
import type { HeldRole } from '#libs/access';
import { Transaction } from '#libs/database';
import { Account, type AccountId } from '../domain/account.js';
import { AccountRole, type AccountRoleId } from '../domain/account-role.js';
import { accountAbsent } from '../identity.errors.js';

/** A role with what a person calls its place. */
export interface RoleRow extends HeldRole {
  readonly id: AccountRoleId;
  readonly nodeName?: string;
}

export interface PersonRow {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly language: 'zh' | 'en';
}

@Injectable()
export class AccountStore {
  constructor(private readonly tx: Transaction) {}

  find(id: string): Promise<Account | null> {
    return this.tx.reader.getRepository(Account).findOneBy({ id: id as AccountId });
  }

  named(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.tx.reader.query('select id, name from account where id = any($1)', [ids]);
  }

  byEmail(email: string): Promise<Account | null> {
    return this.tx.reader.getRepository(Account).findOneBy({ email });
  }

  /** @throws DomainError `account_absent` */
  async lock(id: string): Promise<Account> {
    const account = await this.tx.manager
      .getRepository(Account)
      .findOne({ where: { id: id as AccountId }, lock: { mode: 'pessimistic_write' } });
    if (!account) throw accountAbsent();
    return account;
  }

  /** Answers whether the account is new; an address that is taken changes nothing. */
  async insert(account: Account): Promise<boolean> {
    const rows = await this.tx.manager.query<unknown[]>(
      `insert into account (id, email, name, language, status, password_hash, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
      [account.id, account.email, account.name, account.language, account.status, account.passwordHash, account.createdAt],
    );
    return rows.length === 1;
  }

  async save(account: Account): Promise<void> {
    account.version += 1;
    await this.tx.manager.getRepository(Account).save(account);
  }

  rolesOf(accountId: string): Promise<RoleRow[]> {
    return this.tx.reader.query<RawRole[]>(ROLES_OF, [accountId]).then((rows) => rows.map(toRole));
  }

  /** @throws Error on a role held already (unique index) */
  async addRole(role: AccountRole): Promise<void> {
    await this.tx.manager.getRepository(AccountRole).insert(role);
  }

  findRole(accountId: string, roleId: string): Promise<AccountRole | null> {
    return this.tx.reader.getRepository(AccountRole).findOneBy({ id: roleId as AccountRoleId, accountId: accountId as AccountId });
  }

  findHeld(accountId: string, role: string, place: string): Promise<AccountRole | null> {
    return this.tx.reader
      .getRepository(AccountRole)
      .createQueryBuilder('held')
      .where('held.account_id = :accountId and held.role = :role and held.revoked_at is null', { accountId, role })
      .andWhere('coalesce(held.node_id, held.subject_id) = :place', { place })
      .getOne();
  }

  async revokeRole(id: AccountRoleId, at: Date, by: string): Promise<void> {
    await this.tx.manager.query('update account_role set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null', [id, at, by]);
  }

  /** Active accounts that hold the role: at the node or above it, for the subject, or anywhere. */
  holders(wanted: { role: string; nodePath?: string; subjectId?: string }): Promise<PersonRow[]> {
    return this.tx.reader.query<PersonRow[]>(HOLDERS, [wanted.role, wanted.nodePath ?? null, wanted.subjectId ?? null]);
  }

  /** Names of the people with a duty at a place: at the node, above it or below it. */
  namesAt(nodePath: string): Promise<{ name: string }[]> {
    return this.tx.reader.query(NAMES_AT, [nodePath]);
  }

  /** For which subjects people hold or have held a role, such as `applicant` for an organisation. */
  subjectsOf(accountIds: readonly string[], role: string): Promise<SubjectRole[]> {
    return this.tx.reader.query<SubjectRole[]>(
      `select account_id as "accountId", subject_id as "subjectId", granted_at as since, revoked_at as until
       from account_role where account_id = any($1::uuid[]) and role = $2 and subject_id is not null order by granted_at`, [accountIds, role],
    );
  }

  /** Everybody who has held a role for a subject and holds it no more, the last to leave first. */
  formerHolders(subjectId: string, role: string): Promise<FormerHolder[]> {
    return this.tx.reader.query<FormerHolder[]>(
      `select held.account_id as "accountId", account.name, held.granted_at as since, held.revoked_at as until, held.revoked_by as "takenBy"
       from account_role held join account on account.id = held.account_id
       where held.subject_id = $1 and held.role = $2 and held.revoked_at is not null order by held.revoked_at desc, held.id`, [subjectId, role],
    );
  }
}

/** One person's role for a subject; `until` is null while she holds it. */
export interface SubjectRole {
  accountId: string;
  subjectId: string;
  since: Date;
  until: Date | null;
}

/** A time during which somebody held a role for a subject, and who ended it; null where that was not kept. */
export interface FormerHolder {
  accountId: string;
  name: string;
  since: Date;
  until: Date;
  takenBy: string | null;
}

export interface RawRole {
  id: AccountRoleId;
  role: string;
  path: string | null;
  name: string | null;
  subject_id: string | null;
}

export const toRole = (row: RawRole): RoleRow => ({
  id: row.id,
  role: row.role,
  ...(row.path === null ? {} : { nodePath: row.path, nodeName: row.name ?? '' }),
  ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
});

/** What an account holds today. */
export const ROLES_OF = `
  select held.id, held.role, node.path, node.name, held.subject_id
  from account_role held left join organiser_node node on node.id = held.node_id
  where held.account_id = $1 and held.revoked_at is null order by held.granted_at, held.id`;

const HOLDERS = `
  select distinct account.id, account.name, account.email, account.language
  from account join account_role held on held.account_id = account.id and held.revoked_at is null
    left join organiser_node node on node.id = held.node_id
  where account.status = 'active' and held.role = $1
    and ($2::text is null or starts_with($2::text, node.path))
    and ($3::uuid is null or held.subject_id = $3::uuid)
  order by account.id`;

const NAMES_AT = `
  select distinct account.name
  from account join account_role held on held.account_id = account.id and held.revoked_at is null join organiser_node node on node.id = held.node_id
  where account.status in ('active', 'invited') and (starts_with($1, node.path) or starts_with(node.path, $1)) order by account.name`;
