import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/clock';
import { QueueGateway } from './queue-gateway.js';

/** A row handed to the queue and not closed after this long is handed over again: the queue may have lost it. */
const LOST_AFTER_MS = 60_000;
const BATCH = 200;

/** Carries due rows from the outbox to the queue. Any number of relays may run; a killed one costs nothing. */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private timer?: NodeJS.Timeout;
  private stopped = true;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly gateway: QueueGateway,
    private readonly clock: Clock,
  ) {}

  start(everyMs = 250): void {
    this.stopped = false;
    const turn = () => {
      this.running = this.pass()
        .catch((error: unknown) => {
          this.logger.error(`The relay could not pass on effects: ${String(error)}`);
          return 0;
        })
        .then((sent) => {
          if (!this.stopped) this.timer = setTimeout(turn, sent === BATCH ? 0 : everyMs);
        });
    };
    turn();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Hands over what is due, in one short transaction. Answers how many rows. */
  async pass(): Promise<number> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: string; queue: string; sends: number }[]>(
        `select id, queue, sends from outbox
         where closed_at is null and failed_at is null and due_at <= $1 and (sent_at is null or sent_at < $2)
         order by due_at, id limit ${BATCH} for update skip locked`,
        [now, new Date(now.getTime() - LOST_AFTER_MS)],
      );
      if (rows.length === 0) return 0;
      await manager.query('update outbox set sent_at = $2, sends = sends + 1 where id = any($1)', [rows.map((row) => row.id), now]);
      await this.gateway.send(rows);
      return rows.length;
    });
  }
}
