/** Queues by temperament: `mail` waits for others, `documents` is heavy, `clock` is punctual, `default` is the rest. */
export const QUEUES = ['mail', 'documents', 'clock', 'default'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface JobDefinition<Data extends object> {
  readonly name: string;
  readonly queue: QueueName;
  /** How often it is tried before somebody must look at it. */
  readonly attempts: number;
  /**
   * `transaction`: the handler runs inside one transaction that also closes the outbox row, so its effect happens once.
   * `outside`: the handler reaches beyond the database (mail, files) and guards its effect with the key it is given.
   */
  readonly runs: 'transaction' | 'outside';
  /** Only for the compiler: the shape of the data. */
  readonly data?: Data;
}

const defined = new Map<string, JobDefinition<object>>();

/** The contract of a job; its handler carries `@Handles(job)`. @throws Error when the name is taken */
export function defineJob<Data extends object>(
  name: string,
  options: Partial<Omit<JobDefinition<Data>, 'name' | 'data'>> = {},
): JobDefinition<Data> {
  if (defined.has(name)) throw new Error(`There is a job "${name}" already.`);
  const job: JobDefinition<Data> = { name, queue: 'default', attempts: 5, runs: 'transaction', ...options };
  defined.set(name, job);
  return job;
}

/** Every job that any loaded module has defined. */
export const definedJobs = (): readonly JobDefinition<object>[] => [...defined.values()];
