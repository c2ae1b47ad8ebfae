import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, withBackend, Worker, type JobsOptions, type WorkerOptions } from 'bullmq';
import { QUEUES } from './define-job.js';

export const QUEUE_CONNECTION = Symbol('queue connection');

/** `redis`: BullMQ on Redis. `postgres`: BullMQ's own PostgreSQL backend, so that nothing but PostgreSQL is needed. */
export type QueueConnection = { kind: 'redis'; url: string; prefix: string } | { kind: 'postgres'; url: string; schema: string };

interface AnyQueue {
  addBulk(jobs: { name: string; data: object; opts?: JobsOptions }[]): Promise<unknown>;
  upsertJobScheduler(id: string, repeat: { pattern: string; tz: string }, template: { name: string; data: object }): Promise<unknown>;
  close(): Promise<void>;
}

interface AnyWorker {
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The only place that knows BullMQ. A job in a queue carries the id of its outbox row and nothing else. */
@Injectable()
export class QueueGateway implements OnApplicationShutdown {
  private readonly queues = new Map<string, AnyQueue>();

  constructor(@Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection) {}

  async send(rows: readonly { id: string; queue: string; sends: number }[]): Promise<void> {
    for (const name of new Set(rows.map((row) => row.queue))) {
      const jobs = rows
        .filter((row) => row.queue === name)
        .map((row) => ({
          name: 'effect',
          data: { id: row.id },
          opts: { jobId: `${row.id}_${row.sends}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
        }));
      await this.queue(name).addBulk(jobs);
    }
  }

  /** Sets a job to repeat by a cron pattern, in Asia/Shanghai time. Setting it again changes it. */
  async repeat(name: string, pattern: string): Promise<void> {
    await this.queue('clock').upsertJobScheduler(name, { pattern, tz: 'Asia/Shanghai' }, { name: 'repeat', data: { job: name } });
  }

  /** A worker for one queue. */
  worker(name: string, process: (job: { name: string; data: { id?: string; job?: string } }) => Promise<void>, concurrency: number): AnyWorker {
    const options = { concurrency, ...this.options() };
    if (this.connection.kind === 'redis') return new Worker(name, process, options as WorkerOptions);
    const classes = withBackend(createPostgresBackend);
    return new classes.Worker(name, process, options as never);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
  }

  private queue(name: string): AnyQueue {
    if (!(QUEUES as readonly string[]).includes(name)) throw new Error(`There is no queue "${name}".`);
    const known = this.queues.get(name);
    if (known) return known;
    const made = this.open(name);
    this.queues.set(name, made);
    return made;
  }

  private open(name: string): AnyQueue {
    if (this.connection.kind === 'redis') return new Queue(name, this.options() as never) as unknown as AnyQueue;
    const classes = withBackend(createPostgresBackend);
    return new classes.Queue(name, this.options() as never) as unknown as AnyQueue;
  }

  private options(): object {
    if (this.connection.kind === 'redis') {
      return { connection: { url: this.connection.url, maxRetriesPerRequest: null }, prefix: this.connection.prefix };
    }
    return { connection: { connectionString: this.connection.url, schema: this.connection.schema, max: 6 } };
  }
}
