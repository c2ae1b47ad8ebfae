import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { JobDefinition } from './define-job.js';

export const HANDLES = 'jobs:handles';
export const REPEATS = 'jobs:repeats';

/** What a handler is told about this run. */
export interface JobRun {
  /** Stable over all attempts: the key for an effect outside the database. */
  readonly key: string;
  readonly attempt: number;
  /** Says how far the work has come, 0 to 100. */
  progress(percent: number): Promise<void>;
}

export interface JobHandler<Data extends object> {
  run(data: Data, run: JobRun): Promise<void>;
}

/** Marks the class that does the work of a job. */
export const Handles = <Data extends object>(job: JobDefinition<Data>): CustomDecorator => SetMetadata(HANDLES, job);

/** Besides being asked for, the job runs by itself: `every` is a cron pattern in Asia/Shanghai time. */
export const Repeats = (every: string): CustomDecorator => SetMetadata(REPEATS, every);
