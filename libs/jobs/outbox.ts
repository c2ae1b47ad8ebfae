import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { OutboxRow } from './outbox-row.js';
import type { JobDefinition, QueueName } from './define-job.js';

export interface EffectOrder {
  handler: string;
  queue: QueueName;
  data: object;
  key?: string;
  dueAt?: Date;
}

export interface EnqueueOptions {
  /** Asking twice with one key asks once. */
  key?: string;
  /** Not before this instant. */
  dueAt?: Date;
}

const ADD = 'insert into outbox (id, handler, queue, data, key, due_at, created_at) values ($1, $2, $3, $4, $5, $6, $7)';

/** Where decided effects wait. Everything that leaves the database leaves through here. */
@Injectable()
export class Outbox {
  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Asks for a job, in the open transaction. Answers the id under which its progress can be followed. */
  async enqueue<Data extends object>(job: JobDefinition<Data>, data: Data, options: EnqueueOptions = {}): Promise<string> {
    return this.append({ handler: job.name, queue: job.queue, data, ...options });
  }

  /** Takes back what has not been sent yet, such as the reminder of a date that moved. */
  async withdraw(job: JobDefinition<never>, key: string): Promise<void> {
    await this.tx.manager.query(
      'update outbox set closed_at = clock_timestamp() where handler = $1 and key = $2 and closed_at is null and sent_at is null',
      [job.name, key],
    );
  }

  async append(order: EffectOrder): Promise<string> {
    const id = newId<string>();
    const now = this.clock.now();
    const key = order.key ?? id;
    const [row] = await this.tx.manager.query<{ id: string }[]>(
      `${ADD} on conflict (handler, key) do update set key = excluded.key returning id`,
      [id, order.handler, order.queue, JSON.stringify(order.data), key, order.dueAt ?? now, now],
    );
    return row!.id;
  }

  /** Asks for an effect that nobody else can have asked for, under a key of its own. */
  add({ handler, queue, data, key }: EffectOrder & { key: string }): void {
    const now = this.clock.now();
    this.tx.insert(ADD, [newId<string>(), handler, queue, JSON.stringify(data), key, now, now]);
  }

  async find(id: string): Promise<OutboxRow | null> {
    return this.tx.reader.getRepository(OutboxRow).findOneBy({ id });
  }
}
