import { Injectable } from '@nestjs/common';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import type { ToBeTold } from '#modules/identity';
import { TellPeople } from '../handlers/tell-people.js';

/** What was to wait until its time, such as the reminder of a date. */
export const deliver = defineJob<ToBeTold>('notifications.deliver', { queue: 'clock' });

@Injectable()
@Handles(deliver)
export class Deliver implements JobHandler<ToBeTold> {
  constructor(private readonly telling: TellPeople) {}

  run(news: ToBeTold): Promise<void> {
    return this.telling.run(news);
  }
}
