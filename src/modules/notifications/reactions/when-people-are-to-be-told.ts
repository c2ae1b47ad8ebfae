import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { Reacts, type Reaction } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { PeopleToBeTold, type ToBeTold } from '#modules/identity';
import { TellPeople } from '../handlers/tell-people.js';
import { deliver } from '../jobs/deliver.job.js';

/** Tells at once, or keeps the news until it is due. */
@Injectable()
@Reacts(PeopleToBeTold)
export class WhenPeopleAreToBeTold implements Reaction<ToBeTold> {
  constructor(
    private readonly telling: TellPeople,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(news: ToBeTold): Promise<void> {
    const dueAt = news.dueAt === undefined ? undefined : new Date(news.dueAt);
    if (dueAt && dueAt > this.clock.now()) await this.outbox.enqueue(deliver, news, { key: news.key, dueAt });
    else await this.telling.run(news);
  }
}
