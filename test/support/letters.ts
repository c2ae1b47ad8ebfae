import { Injectable } from '@nestjs/common';
import { Reacts, type Reaction } from '#libs/events';
import { PeopleToBeTold, type ToBeTold } from '#modules/identity';

/** Hears everything people are told, so that a test can follow the link of a letter: its outbox row carries the letter. */
@Injectable()
@Reacts(PeopleToBeTold)
export class CollectLetters implements Reaction<ToBeTold> {
  readonly told: ToBeTold[] = [];

  async run(data: ToBeTold): Promise<void> {
    this.told.push(data);
  }
}
