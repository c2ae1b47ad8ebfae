import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SandboxClock } from '#libs/clock';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { Transaction } from './transaction.js';

/** The time of the database: one authority over all replicas, so that no deadline depends on which machine answered. */
@Injectable()
export class DatabaseTime {
  constructor(
    private readonly tx: Transaction,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The present instant; in a rehearsal moved by the shift that `sandbox_clock` keeps. */
  async now(): Promise<Date> {
    const [row] = await this.tx.reader.query<{ now: Date }[]>(this.config.sandbox ? SHIFTED : PLAIN);
    return row!.now;
  }
}

const PLAIN = 'select clock_timestamp() as now';
const SHIFTED = `select clock_timestamp() + coalesce((select make_interval(secs => shift_ms / 1000.0) from sandbox_clock), interval '0') as now`;

const REFRESH_MS = 200;

/** Keeps the clock of this process where the rehearsal has put it, in every process within 200 ms. Idle outside a rehearsal. */
@Injectable()
export class FollowSandboxClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(FollowSandboxClock.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(this.clock instanceof SandboxClock)) return;
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch((error: Error) => this.logger.warn(error.message)), REFRESH_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Reads the shift now, without waiting for the next turn. */
  async refresh(): Promise<void> {
    if (!(this.clock instanceof SandboxClock)) return;
    const [row] = await this.tx.reader.query<{ shift: string }[]>('select shift_ms as shift from sandbox_clock');
    this.clock.shift(Number(row?.shift ?? 0));
  }
}
