import { Injectable, Logger } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { QUEUES, type QueueName } from './define-job.js';
import { Effects } from './effects.js';
import { Outbox } from './outbox.js';
import { QueueGateway } from './queue-gateway.js';
import { Relay } from './relay.js';
import { RunEffect } from './run-effect.js';

const CONCURRENCY: Record<QueueName, number> = { mail: 4, documents: 1, clock: 2, default: 4 };

/** A repeated job goes through the outbox too, keyed by its minute, so two schedulers make one run. */
@Injectable()
export class PlanRepeatedJob {
  constructor(
    private readonly tx: Transaction,
    private readonly outbox: Outbox,
    private readonly effects: Effects,
  ) {}

  async run(name: string, at = new Date()): Promise<void> {
    const repeated = this.effects.repeated.find(({ job }) => job.name === name);
    if (!repeated) return;
    const key = `${name}@${at.toISOString().slice(0, 16)}`;
    await this.tx.run(() => this.outbox.enqueue(repeated.job, {}, { key }));
  }
}

/** Starts and stops everything the worker process does: the relay, one worker a queue, and the repeated jobs. */
@Injectable()
export class JobWorkers {
  private readonly logger = new Logger(JobWorkers.name);
  private workers: { close(): Promise<void> }[] = [];

  constructor(
    private readonly gateway: QueueGateway,
    private readonly relay: Relay,
    private readonly effects: Effects,
    private readonly work: RunEffect,
    private readonly plan: PlanRepeatedJob,
  ) {}

  async start(): Promise<void> {
    for (const queue of QUEUES) {
      const worker = this.gateway.worker(queue, (job) => this.process(job), CONCURRENCY[queue]);
      worker.on('error', (error) => this.logger.error(`Queue ${queue}: ${error.message}`));
      this.workers.push(worker);
    }
    for (const { job, every } of this.effects.repeated) await this.gateway.repeat(job.name, every);
    this.relay.start();
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
    this.workers = [];
  }

  private async process(job: { data: { id?: string; job?: string } }): Promise<void> {
    if (job.data.id) await this.work.run(job.data.id);
    else if (job.data.job) await this.plan.run(job.data.job);
  }
}
