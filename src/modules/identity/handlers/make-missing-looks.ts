import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { lookOfName } from '#libs/characters';
import { Transaction } from '#libs/database';
import { AccountStore } from '../store/account.store.js';

/** Accounts that are older than the rule by which names are compared get their look when the platform starts. */
@Injectable()
export class MakeMissingAccountLooks implements OnApplicationBootstrap {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: AccountStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    while ((await this.some()) > 0);
  }

  /** Answers how many there were; two platforms that start at once share them out. */
  private some(): Promise<number> {
    return this.tx.run(async () => {
      const rows = await this.accounts.withoutLook();
      await this.accounts.keepLooks(rows.map(({ id, name }) => ({ id, look: lookOfName(name) })));
      return rows.length;
    });
  }
}
