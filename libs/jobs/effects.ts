import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { definedJobs, type JobDefinition } from './define-job.js';
import { HANDLES, REPEATS, type JobHandler } from './handles.js';

export interface Effect {
  readonly name: string;
  readonly attempts: number;
  readonly runs: 'transaction' | 'outside';
  readonly handler: JobHandler<object>;
}

export interface RepeatedJob {
  readonly job: JobDefinition<object>;
  readonly every: string;
}

/** Who makes which effect. Boot fails on a job without a handler and on a handler without a job. */
@Injectable()
export class Effects implements OnApplicationBootstrap {
  private readonly effects = new Map<string, Effect>();
  readonly repeated: RepeatedJob[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const job = this.reflector.get<JobDefinition<object> | undefined>(HANDLES, metatype);
      if (!job) continue;
      this.register({ name: job.name, attempts: job.attempts, runs: job.runs, handler: instance as JobHandler<object> });
      const every = this.reflector.get<string | undefined>(REPEATS, metatype);
      if (every) this.repeated.push({ job, every });
    }
    for (const job of definedJobs()) {
      if (!this.effects.has(job.name)) throw new Error(`Nobody handles the job "${job.name}".`);
    }
  }

  register(effect: Effect): void {
    if (this.effects.has(effect.name)) throw new Error(`Two handlers want "${effect.name}".`);
    this.effects.set(effect.name, effect);
  }

  get(name: string): Effect | undefined {
    return this.effects.get(name);
  }
}
