import { Injectable } from '@nestjs/common';
import { Reacts, type Reaction } from '#libs/events';
import { MailingPrepared, type Mailing } from '#modules/identity';
import { PrepareMailing } from '../handlers/prepare-mailing.js';

@Injectable()
@Reacts(MailingPrepared)
export class WhenMailingIsPrepared implements Reaction<Mailing> {
  constructor(private readonly preparing: PrepareMailing) {}

  run(mailing: Mailing): Promise<void> {
    return this.preparing.run(mailing);
  }
}
