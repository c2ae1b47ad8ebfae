import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { Transaction } from '#libs/database';
import { quotaUsedUp } from '../documents.errors.js';

const HOLD = 'select pg_advisory_xact_lock(hashtextextended($1, 1))';
const USED = `select coalesce(sum(bytes), 0)::bigint as used from document where scan <> 'trusted' and (organisation_id = any($1::uuid[]) or (owner_id is null and made_by = $2))`;

/** How much may be kept for the organisations of one person: what they have handed in, and what she has uploaded and not used yet. */
@Injectable()
export class HoldQuota {
  constructor(
    private readonly tx: Transaction,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Two uploads at once count one after the other. @throws DomainError `quota_used_up` */
  async run(bytes: number, actor: Actor): Promise<void> {
    const organisations = actor.subjects('applicant').sort();
    for (const subject of organisations.length > 0 ? organisations : [actor.accountId]) await this.tx.manager.query(HOLD, [`quota:${subject}`]);
    const [row] = await this.tx.manager.query<{ used: string }[]>(USED, [organisations, actor.accountId]);
    if (Number(row!.used) + bytes > this.config.uploadQuotaBytes) throw quotaUsedUp(this.config.uploadQuotaBytes);
  }
}
