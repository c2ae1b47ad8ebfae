import { Injectable } from '@nestjs/common';
import { newId, Transaction } from '#libs/database';
import { hashOf, newSecret } from '../domain/secrets.js';

export type LinkPurpose = 'invitation' | 'confirmation' | 'password_reset';

/** How long a mailed link serves. */
export const LINK_LIFE_MS = 30 * 60_000;

@Injectable()
export class LinkStore {
  constructor(private readonly tx: Transaction) {}

  /** Makes a link and answers its secret, which is kept nowhere; earlier links for the same purpose are dead. */
  async make(accountId: string, purpose: LinkPurpose, now: Date): Promise<string> {
    const secret = newSecret();
    await this.tx.manager.query('update mailed_link set used_at = $3 where account_id = $1 and purpose = $2 and used_at is null', [accountId, purpose, now]);
    await this.tx.manager.query('insert into mailed_link (id, account_id, purpose, secret_hash, expires_at) values ($1, $2, $3, $4, $5)', [
      newId(), accountId, purpose, hashOf(secret), new Date(now.getTime() + LINK_LIFE_MS),
    ]);
    return secret;
  }

  /** Uses the link: once, in time, for its purpose. Two at once: the row lock lets one through. */
  async use(secret: string, purpose: LinkPurpose, now: Date): Promise<string | undefined> {
    const [rows] = await this.tx.manager.query<[{ account_id: string }[], number]>(
      `update mailed_link set used_at = $3 where secret_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 returning account_id`,
      [hashOf(secret), purpose, now],
    );
    return rows[0]?.account_id;
  }
}
