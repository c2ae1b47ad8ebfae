import { Injectable } from '@nestjs/common';
import type { HeldRole } from '#libs/access';
import { lookOfName } from '#libs/characters';
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
      `insert into account (id, email, name, name_look, language, status, password_hash, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (email) do nothing returning id`,
      [account.id, account.email, account.name, lookOfName(account.name), account.language, account.status, account.passwordHash, account.createdAt],
    );
    return rows.length === 1;
  }

  async save(account: Account): Promise<void> {
    account.version += 1;
    account.nameLook = lookOfName(account.name);
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

  /** People whose names look like one of these, with where they act. @param looks as `lookOfName` makes them */
  looking(looks: readonly string[]): Promise<LookingPerson[]> {
    return this.tx.reader.query<LookingPerson[]>(LOOKING, [[...looks]]);
  }

  /** At most a thousand whose look has still to be made; those that another is making are passed over. */
  withoutLook(): Promise<{ id: string; name: string }[]> {
    return this.tx.manager.query('select id, name from account where name_look is null limit 1000 for update skip locked');
  }

  async keepLooks(looks: readonly { id: string; look: string }[]): Promise<void> {
    if (looks.length === 0) return;
    await this.tx.manager.query('update account a set name_look = given.look from unnest($1::uuid[], $2::text[]) as given (id, look) where a.id = given.id', [looks.map(({ id }) => id), looks.map(({ look }) => look)]);
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

/** Somebody whose name looks like the one that was asked for: the nodes at which she has a duty, the organisations for which she acts. */
export interface LookingPerson {
  name: string;
  look: string;
  nodePaths: string[];
  subjectIds: string[];
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

const LOOKING = `
  select account.name, account.name_look as look, coalesce(json_agg(distinct node.path) filter (where node.path is not null), '[]') as "nodePaths",
    coalesce(json_agg(distinct held.subject_id) filter (where held.role = 'applicant'), '[]') as "subjectIds"
  from account join account_role held on held.account_id = account.id and held.revoked_at is null left join organiser_node node on node.id = held.node_id
  where account.name_look = any($1::text[]) and account.name_look <> '' and account.status in ('active', 'invited')
  group by account.id order by account.name, account.id limit 200`;
