import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { Effects, type Effect } from './effects.js';
import { OutboxRow } from './outbox-row.js';

/** Makes one effect of the outbox. Called as often as a queue likes; the row decides whether there is anything left to do. */
@Injectable()
export class RunEffect {
  private readonly logger = new Logger(RunEffect.name);

  constructor(
    private readonly tx: Transaction,
    private readonly effects: Effects,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const row = await this.tx.reader.getRepository(OutboxRow).findOneBy({ id });
    if (!row || row.closedAt) return;
    const effect = this.effects.get(row.handler);
    if (!effect) throw new Error(`Nobody makes the effect "${row.handler}".`);
    await this.tx.reader.query('update outbox set attempts = attempts + 1 where id = $1', [id]);
    try {
      await (effect.runs === 'transaction' ? this.inTransaction(row, effect) : this.outside(row, effect));
    } catch (error) {
      await this.noteFailure(row, effect, error);
      throw error;
    }
  }

  private inTransaction(row: OutboxRow, effect: Effect): Promise<void> {
    return this.tx.run(async () => {
      const open = await this.tx.manager.query<unknown[]>(
        'select 1 from outbox where id = $1 and closed_at is null for update',
        [row.id],
      );
      if (open.length === 0) return;
      await this.work(row, effect);
      await this.close(row.id);
    });
  }

  private async outside(row: OutboxRow, effect: Effect): Promise<void> {
    await this.work(row, effect);
    await this.tx.run(() => this.close(row.id));
  }

  private work(row: OutboxRow, effect: Effect): Promise<void> {
    return effect.handler.run(row.data, {
      key: row.id,
      attempt: row.attempts + 1,
      progress: async (percent) => {
        await this.tx.reader.query('update outbox set progress = $2 where id = $1', [row.id, Math.round(percent)]);
      },
    });
  }

  private async close(id: string): Promise<void> {
    await this.tx.manager.query('update outbox set closed_at = $2, progress = 100, last_error = null where id = $1', [
      id,
      this.clock.now(),
    ]);
  }

  private async noteFailure(row: OutboxRow, effect: Effect, error: unknown): Promise<void> {
    const spent = row.attempts + 1 >= effect.attempts;
    const message = error instanceof Error ? error.message : String(error);
    this.logger.warn(`${row.handler} ${row.id} failed (attempt ${row.attempts + 1}): ${message}`);
    await this.tx.reader.query(
      'update outbox set last_error = $2, failed_at = $3, due_at = $4, sent_at = null where id = $1 and closed_at is null',
      [row.id, message.slice(0, 2000), spent ? this.clock.now() : null, this.nextTry(row.attempts + 1)],
    );
  }

  /** Backs off 1 s, 4 s, 16 s, … so that a provider that is down is not hammered. */
  private nextTry(attempt: number): Date {
    return new Date(this.clock.now().getTime() + 1000 * 4 ** Math.min(attempt - 1, 6));
  }
}
