import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { DatabaseTime, Transaction, type PageRequest } from '#libs/database';
import { noSuchRound } from '../reporting.errors.js';
import { READERS } from '../reporting.permissions.js';
import { RoundStore, type RoundRow } from '../store/round.store.js';
import { CountRounds } from './count-rounds.js';
import type { RoundPage, RoundRowView } from './figures.view.js';
import { RoundInFull } from './round-in-full.js';
import type { RoundStatisticsView } from './statistics.view.js';

/** The figures of the rounds in somebody's sight. */
@Injectable()
export class ReadStatistics {
  constructor(
    private readonly tx: Transaction,
    private readonly rounds: RoundStore,
    private readonly counting: CountRounds,
    private readonly full: RoundInFull,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent` also for a round out of sight */
  round(callId: string, actor: Actor): Promise<RoundStatisticsView> {
    return this.frozen(async (now) => {
      const round = await this.rounds.find(scopeOf(actor, ...READERS), callId);
      if (!round) throw noSuchRound();
      return this.full.run(round, now);
    });
  }

  /** The most recently published first. */
  overview(actor: Actor, page: PageRequest): Promise<RoundPage> {
    return this.frozen(async (now) => {
      const { items, next } = await this.rounds.list(scopeOf(actor, ...READERS), page);
      return { items: await this.rowsOf(items, now), next };
    });
  }

  private async rowsOf(rounds: readonly RoundRow[], now: Date): Promise<RoundRowView[]> {
    return (await this.counting.run(rounds, now)).map(({ row }) => row);
  }

  /** Every number of one answer comes from one state of the data. */
  private frozen<T>(read: (now: Date) => Promise<T>): Promise<T> {
    return this.tx.run(async () => {
      await this.rounds.freeze();
      return read(await this.time.now());
    });
  }
}
