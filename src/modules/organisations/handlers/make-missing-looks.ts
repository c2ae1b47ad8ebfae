import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { lookOfName } from '#libs/characters';
import { Transaction } from '#libs/database';
import { RecordStore } from '../store/record.store.js';

/** Organisations that are older than the rule by which names are compared get their look when the platform starts. */
@Injectable()
export class MakeMissingLooks implements OnApplicationBootstrap {
  constructor(
    private readonly tx: Transaction,
    private readonly records: RecordStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    while ((await this.some()) > 0);
  }

  /** Answers how many there were; two platforms that start at once share them out. */
  private some(): Promise<number> {
    return this.tx.run(async () => {
      const rows = await this.records.withoutLook();
      await this.records.keepLooks(rows.map(({ id, name, legalRepresentative }) => ({ id, name: lookOfName(name), representative: lookOfName(legalRepresentative) })));
      return rows.length;
    });
  }
}
