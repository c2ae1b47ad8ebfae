import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { newId, Transaction } from '#libs/database';
import { hashOf, seal, unseal } from '../domain/secrets.js';

export interface Factor {
  readonly secret: string;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
}

interface FactorRow {
  sealed_secret: Buffer;
  confirmed_at: Date | null;
  last_step: string;
}

const context = (accountId: string): string => `second_factor|sealed_secret|${accountId}`;

@Injectable()
export class FactorStore {
  constructor(
    private readonly tx: Transaction,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async isEnrolled(accountId: string): Promise<boolean> {
    const rows = await this.tx.reader.query<unknown[]>('select 1 from second_factor where account_id = $1 and confirmed_at is not null', [accountId]);
    return rows.length === 1;
  }

  async lock(accountId: string): Promise<Factor | undefined> {
    const [row] = await this.tx.manager.query<FactorRow[]>(
      'select sealed_secret, confirmed_at, last_step from second_factor where account_id = $1 for update',
      [accountId],
    );
    if (!row) return undefined;
    return { secret: unseal(this.config.secretKey, row.sealed_secret, context(accountId)), confirmedAt: row.confirmed_at, lastStep: Number(row.last_step) };
  }

  /** Keeps a new secret, not yet confirmed. */
  async replace(accountId: string, secret: string): Promise<void> {
    await this.tx.manager.query(
      `insert into second_factor (account_id, sealed_secret) values ($1, $2)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, confirmed_at = null, last_step = 0`,
      [accountId, seal(this.config.secretKey, secret, context(accountId))],
    );
  }

  /** A time step that has served is spent, and with it every earlier one. */
  async spend(accountId: string, step: number): Promise<void> {
    await this.tx.manager.query('update second_factor set last_step = $2 where account_id = $1', [accountId, step]);
  }

  async confirm(accountId: string, at: Date): Promise<void> {
    await this.tx.manager.query('update second_factor set confirmed_at = $2 where account_id = $1', [accountId, at]);
  }

  async forget(accountId: string): Promise<void> {
    await this.tx.manager.query('delete from recovery_code where account_id = $1', [accountId]);
    await this.tx.manager.query('delete from second_factor where account_id = $1', [accountId]);
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ count: number }[]>('select count(*)::int as count from recovery_code where account_id = $1 and used_at is null', [accountId]);
    return row!.count;
  }

  async replaceRecoveryCodes(accountId: string, codes: readonly string[]): Promise<void> {
    await this.tx.manager.query('delete from recovery_code where account_id = $1', [accountId]);
    for (const code of codes) {
      await this.tx.manager.query('insert into recovery_code (id, account_id, code_hash) values ($1, $2, $3)', [newId(), accountId, hashOf(code)]);
    }
  }

  /** Answers whether the code was there and unused; it is used now. */
  async useRecoveryCode(accountId: string, code: string, at: Date): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      'update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning id',
      [accountId, hashOf(code), at],
    );
    return rows.length === 1;
  }
}
