import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { FollowSandboxClock, Transaction } from '#libs/database';
import { absent, say } from '#libs/errors';

/** In a rehearsal: makes it now whatever instant is wanted, for every process within 200 ms. */
@Injectable()
export class MoveSandboxClock {
  constructor(
    private readonly tx: Transaction,
    private readonly follow: FollowSandboxClock,
    private readonly audit: AuditTrail,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `not_found` outside a rehearsal, as if there were no such route */
  async run(now: Date, actor: Actor): Promise<void> {
    if (!this.config.sandbox) throw absent('not_found', say('没有找到您要的内容', 'What you asked for is not here'));
    await this.tx.run(async () => {
      await this.tx.manager.query(
        'update sandbox_clock set shift_ms = round(extract(epoch from ($1::timestamptz - clock_timestamp())) * 1000)::bigint',
        [now],
      );
      await this.audit.record({ action: 'sandbox.clock_moved', subject: { kind: 'sandbox_clock', id: 'only' }, actor, facts: { now: now.toISOString() } });
    });
    await this.follow.refresh();
  }
}
