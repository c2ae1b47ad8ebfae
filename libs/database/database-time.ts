import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SandboxClock } from '#libs/clock';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { arrivalOfRequest } from './arrival.js';
import { ClockOffset } from './clock-offset.js';
import { LastHeard } from './last-heard.js';
import { Transaction } from './transaction.js';

/** The time of the database: one authority over all replicas, so that no deadline depends on which machine answered. */
@Injectable()
export class DatabaseTime {
  private readonly offset = new ClockOffset();
  /** When the database was last heard of, by the monotonic clock of this process. */
  private answeredAt = -Infinity;

  constructor(
    private readonly tx: Transaction,
    private readonly heard: LastHeard,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The present instant; in a rehearsal moved by the shift that `sandbox_clock` keeps. */
  async now(): Promise<Date> {
    const { told, shift } = await this.ask();
    return new Date(told + shift);
  }

  /**
   * The instant at which the whole of the request at hand had reached this process, by the clock of the database: what a deadline is
   * judged by, however long the request then waited. A doubt of milliseconds is in favour of whoever asks. Where no request asks, the present.
   */
  async arrival(): Promise<Date> {
    const monotonic = arrivalOfRequest();
    const { told, shift, least } = this.toldAlready() ?? (await this.ask());
    return new Date((monotonic === undefined ? told : Math.min(told, monotonic + least)) + shift);
  }

  /**
   * The present by the clock of the database, for telling it and never for deciding: from this process's monotonic clock and what is known
   * of how far the two are apart, and asked anew where that was learnt more than a second ago. Null while the database does not answer.
   */
  async told(): Promise<Date | null> {
    return this.toldAtOnce() ?? this.now().catch(() => null);
  }

  /** The same where nobody has to be asked for it. */
  toldAtOnce(): Date | undefined {
    const present = performance.now();
    // In a rehearsal somebody may just have moved the time.
    const fresh = this.config.sandbox ? 0 : FRESH_MS;
    const offset = present - this.answeredAt < fresh ? this.offset.at(present) : undefined;
    return offset && new Date(present + offset.least);
  }

  /** Beside the session of a request that arrived before it was asked for; in a rehearsal somebody may just have moved the time. */
  private toldAlready(): { told: number; shift: number; least: number } | undefined {
    const heard = this.config.sandbox ? undefined : this.heard.sinceArrival();
    return heard && { told: heard.told, shift: 0, least: this.offset.learn(heard).least };
  }

  private async ask(): Promise<{ told: number; shift: number; least: number }> {
    const sent = performance.now();
    const [row] = await this.tx.sql<{ told: number; shift: number }>(this.config.sandbox ? SHIFTED : PLAIN, []);
    const { told, shift } = row!;
    const answered = performance.now();
    this.answeredAt = answered;
    return { told, shift, least: this.offset.learn({ sent, answered, told }).least };
  }
}

/** How long an answer of the database is moved on by the clock of this process before it is asked again. */
const FRESH_MS = 1_000;

const TOLD = 'extract(epoch from clock_timestamp())::float8 * 1000 as told';
const PLAIN = `select ${TOLD}, 0 as shift`;
const SHIFTED = `select ${TOLD}, coalesce((select shift_ms from sandbox_clock), 0)::float8 as shift`;

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
