import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { Session, type SessionId } from '../domain/session.js';

/** A session with the person behind it, as the guard reads it in one go. */
export interface SignedIn {
  readonly session: Session;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly active: boolean;
  readonly factorEnrolled: boolean;
}

@Injectable()
export class SessionStore {
  constructor(private readonly tx: Transaction) {}

  async read(secretHash: Buffer): Promise<SignedIn | undefined> {
    const { entities, raw } = await this.tx.reader
      .getRepository(Session)
      .createQueryBuilder('session')
      .innerJoin('account', 'account', 'account.id = session.account_id')
      .leftJoin('second_factor', 'factor', 'factor.account_id = session.account_id and factor.confirmed_at is not null')
      .addSelect('account.name', 'person_name')
      .addSelect('account.language', 'person_language')
      .addSelect("account.status = 'active'", 'person_active')
      .addSelect('factor.account_id is not null', 'factor_enrolled')
      .where('session.secret_hash = :secretHash', { secretHash })
      .getRawAndEntities<{ person_name: string; person_language: 'zh' | 'en'; person_active: boolean; factor_enrolled: boolean }>();
    const [session, person] = [entities[0], raw[0]];
    if (!session || !person) return undefined;
    return { session, name: person.person_name, language: person.person_language, active: person.person_active, factorEnrolled: person.factor_enrolled };
  }

  async insert(session: Session): Promise<void> {
    await this.tx.manager.getRepository(Session).insert(session);
  }

  /** Notes the use; at most once a minute, so that reading does not write. */
  async touch(id: SessionId, at: Date): Promise<void> {
    await this.tx.reader.query(
      `update account_session set last_seen_at = $2 where id = $1 and ended_at is null and last_seen_at < $2::timestamptz - interval '1 minute'`,
      [id, at],
    );
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
