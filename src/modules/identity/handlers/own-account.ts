import { Injectable } from '@nestjs/common';
import { ChangePassword, ChooseLanguage } from './change-own-account.js';
import { EndSession } from './end-session.js';

/** What a signed-in person may do with the own account. */
@Injectable()
export class OwnAccount {
  constructor(
    readonly language: ChooseLanguage,
    readonly password: ChangePassword,
    readonly ending: EndSession,
  ) {}
}
