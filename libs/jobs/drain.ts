import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/clock';
import { RunEffect } from './run-effect.js';

/** Makes every due effect now, in this process and without a queue: for the command line and for tests that wait on a drained outbox. */
@Injectable()
export class Drain {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: RunEffect,
    private readonly clock: Clock,
  ) {}

  /** @throws the first failure of an effect; answers how many effects were made */
  async run(limit = 10_000): Promise<number> {
    let made = 0;
    for (; made < limit; made += 1) {
      const [row] = await this.dataSource.query<{ id: string }[]>(
        `select id from outbox where closed_at is null and failed_at is null and due_at <= $1 order by due_at, id limit 1`,
        [this.clock.now()],
      );
      if (!row) return made;
      await this.work.run(row.id);
    }
    throw new Error(`The outbox was not empty after ${limit} effects.`);
  }
}
