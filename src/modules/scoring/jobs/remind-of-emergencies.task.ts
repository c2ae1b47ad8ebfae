import { Injectable } from '@nestjs/common';
import { DatabaseTime, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { IdentityFacade, PeopleToBeTold } from '#modules/identity';
import { EmergencyStore } from '../store/emergency.store.js';

export const remindOfEmergencies = defineJob<object>('scoring.remind-of-emergencies', { queue: 'clock' });

const WEEK_MS = 7 * 86_400_000;

/** Every Monday at nine: the auditors of a place hear what was opened in an emergency there and what nobody has reviewed yet; without an auditor the administrators do. */
@Injectable()
@Handles(remindOfEmergencies)
@Repeats('0 9 * * 1')
export class RemindOfEmergencies implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly accesses: EmergencyStore,
    private readonly identity: IdentityFacade,
    private readonly events: Events,
    private readonly time: DatabaseTime,
  ) {}

  run(): Promise<void> {
    return this.tx.run(async () => {
      const now = await this.time.now();
      for (const { nodePath, fresh, due } of await this.accesses.toReview(new Date(now.getTime() - WEEK_MS))) {
        const auditors = await this.identity.accountsWith({ role: 'auditor', nodePath });
        await this.events.tell(PeopleToBeTold, {
          to: { role: auditors.length > 0 ? 'auditor' : 'administrator', nodePath }, kind: 'emergency-review', link: '/desk/emergency', key: `emergency-review:${nodePath}:${now.toISOString().slice(0, 10)}`,
          title: say('紧急查阅每周复核：{due} 项待复核', 'Weekly review of emergency access: {due} to be reviewed'),
          body: say('过去七天有 {fresh} 项紧急查阅被申请、决定或查看，连同以前的共有 {due} 项待复核。请逐项核对理由、批准人和每次查看的时间。', '{fresh} emergency accesses were asked for, decided or looked at in the last seven days; {due} in all wait for review. Please go through reasons, deciders and every look.'),
          facts: { fresh, due },
        });
      }
    });
  }
}
