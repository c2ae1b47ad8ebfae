import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { MoveCall } from '../handlers/move-call.js';
import { CallStore } from '../store/call.store.js';

export const openAndCloseCalls = defineJob<object>('calls.open-and-close', { queue: 'clock' });

/**
 * Every minute: published calls whose opening has come open, and open ones whose deadline and grace are over close. The
 * deadline itself does not wait for this: a submission is judged by the clock of the database when it arrives.
 */
@Injectable()
@Handles(openAndCloseCalls)
@Repeats('* * * * *')
export class OpenAndCloseCalls implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly time: DatabaseTime,
    private readonly moving: MoveCall,
  ) {}

  async run(): Promise<void> {
    for (const move of ['open', 'close'] as const) {
      await this.tx.run(async () => {
        const now = await this.time.now();
        for (const call of await this.calls.due(move, now)) await this.moving.apply(call, move, { actor: SYSTEM, now, errors: 0, collectsNeeds: true });
      });
    }
  }
}
