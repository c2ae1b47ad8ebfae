import { Injectable } from '@nestjs/common';
import { HEARD, LastHeard, ListedQuestion, Transaction } from '#libs/database';
import type { AccountId } from '../domain/account.js';
import { Session, type SessionId } from '../domain/session.js';
import { ROLES_OF, toRole, type RawRole, type RoleRow } from './account.store.js';

/** A session with the person behind it, as the guard reads it in one go: it does so at every request. */
export interface SignedIn {
  readonly session: Pick<Session, 'id' | 'accountId' | 'lastSeenAt' | 'expiresAt' | 'endedAt' | 'secondFactorAt'>;
  readonly roles: readonly RoleRow[];
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly active: boolean;
  readonly factorEnrolled: boolean;
}

interface RawSignedIn {
  secret_hash: Buffer;
  id: SessionId;
  account_id: AccountId;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  second_factor_at: Date | null;
  name: string;
  language: 'zh' | 'en';
  active: boolean;
  factor_enrolled: boolean;
  roles: RawRole[] | null;
}

/** By the session alone: an account is looked up for each (`limit`), and not joined as a table, which in a small one costs a hash of all of it. */
const SIGNED_IN = `
  select session.secret_hash, session.id, session.account_id, session.last_seen_at, session.expires_at, session.ended_at, session.second_factor_at,
    account.name, account.language, account.status = 'active' as active,
    exists (select from second_factor factor where factor.account_id = session.account_id and factor.confirmed_at is not null) as factor_enrolled,
    (select json_agg(held) from (${ROLES_OF.replace('$1', 'session.account_id')}) held) as roles,
    ${HEARD}
  from account_session session
    cross join lateral (select name, language, status from account where id = session.account_id limit 1) account
  where session.secret_hash in`;

/** In one order, so that two processes do not wait for each other. */
const TOUCH = `
  update account_session session set last_seen_at = used.at
  from (select s.id, u.at from unnest($1::uuid[], $2::timestamptz[]) u (id, at) join account_session s on s.id = u.id order by s.id for update of s) used
  where session.id = used.id and session.ended_at is null and session.last_seen_at < used.at - interval '1 minute'`;

@Injectable()
export class SessionStore {
  private readonly asked: ListedQuestion<RawSignedIn>;

  constructor(
    private readonly tx: Transaction,
    heard: LastHeard,
  ) {
    this.asked = new ListedQuestion<RawSignedIn>({
      text: SIGNED_IN, ask: (text, values) => heard.asking(() => tx.readTogether(text, values)),
      keyOf: (row) => row.secret_hash.toString('hex'), toValue: (key) => Buffer.from(key, 'hex'),
    });
  }

  /** What every request asks, so that the database tells the time with it. */
  async read(secretHash: Buffer): Promise<SignedIn | undefined> {
    const [row] = await this.asked.of(secretHash.toString('hex'));
    return row && toSignedIn(row);
  }

  async insert(session: Session): Promise<void> {
    await this.tx.manager.getRepository(Session).insert(session);
  }

  /** Notes that sessions were used; each at most once a minute, so that reading does not write. On a connection of its own. */
  async touch(uses: ReadonlyMap<SessionId, Date>): Promise<void> {
    await this.tx.dataSource.manager.query(TOUCH, [[...uses.keys()], [...uses.values()].map((at) => at.toISOString())]);
  }

  /** A new secret for the same session: the old one is dead at once. */
  async rotate(id: SessionId, secretHash: Buffer, secondFactorAt: Date | null): Promise<void> {
    await this.tx.manager.query('update account_session set secret_hash = $2, second_factor_at = $3 where id = $1 and ended_at is null', [
      id, secretHash, secondFactorAt,
    ]);
  }

  open(accountId: string, now: Date): Promise<Session[]> {
    return this.tx.reader
      .getRepository(Session)
      .createQueryBuilder('session')
      .where('session.account_id = :accountId and session.ended_at is null and session.expires_at > :now', { accountId, now })
      .orderBy('session.last_seen_at', 'DESC')
      .take(100)
      .getMany();
  }

  /** Ends one session of the account; answers whether it was open. */
  async end(accountId: string, id: string, at: Date): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      'update account_session set ended_at = $3 where account_id = $1 and id = $2 and ended_at is null returning id',
      [accountId, id, at],
    );
    return rows.length === 1;
  }

  /** Ends every session of the account, but the one that is to be kept. */
  async endAll(accountId: string, at: Date, keep?: SessionId): Promise<void> {
    await this.tx.manager.query('update account_session set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3', [
      accountId, at, keep ?? null,
    ]);
  }
}

function toSignedIn({ id, account_id: accountId, last_seen_at: lastSeenAt, expires_at: expiresAt, ended_at: endedAt, second_factor_at: secondFactorAt, ...row }: RawSignedIn): SignedIn {
  return {
    session: { id, accountId, lastSeenAt, expiresAt, endedAt, secondFactorAt }, roles: (row.roles ?? []).map(toRole),
    name: row.name, language: row.language, active: row.active, factorEnrolled: row.factor_enrolled,
  };
}
