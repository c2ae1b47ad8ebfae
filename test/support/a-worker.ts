import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestApp } from './app.js';

/** The relay and the workers in a real process of their own, on the application's database: to be killed without warning. */
export class Worker {
  private child?: ChildProcess;

  constructor(private readonly app: TestApp) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [resolve('dist/src/main.worker.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: this.app.databaseUrl, DATA_DIR: this.app.dataDir, SECRET_KEY: '5e'.repeat(32), RELAXED_DURABILITY: 'yes', PUBLIC_URL: 'http://127.0.0.1:1' },
    });
    this.child = child;
    for await (const text of child.stdout!) if (String(text).includes('ready')) return;
    throw new Error('The worker ended before it was ready.');
  }

  async kill(): Promise<void> {
    this.child!.kill('SIGKILL');
    await once(this.child!, 'exit');
    // Stands in for the minute after which what was handed over and never closed is handed over again.
    await this.app.db.query(`update outbox set sent_at = sent_at - interval '2 minutes' where closed_at is null`);
  }

  /** At the end of a test, whatever has become of it. */
  end(): void {
    this.child?.kill('SIGKILL');
  }
}

/** The suite's own listener lives in its process alone: no worker elsewhere could carry out what is for it. */
export const forgetOwnLetters = ({ db }: TestApp): Promise<unknown> => db.query(`delete from outbox where handler like '%>CollectLetters'`);

/** Looks again and again, for a minute. @throws with what it last saw, when that does not come to be */
export async function until<Seen>(look: () => Promise<Seen>, condition: (seen: Seen) => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; ; ) {
    const seen = await look();
    if (condition(seen)) return;
    if (Date.now() > end) throw new Error(`It did not happen within a minute: ${JSON.stringify(seen)}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
