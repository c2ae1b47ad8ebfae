import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Person, TestApp } from './app.js';

export interface Reply {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever the answer holds
  body: any;
}

/** A server in a process of its own, on the database of the suite. */
export interface ServerProcess {
  url: string;
  /** The cookie and the token with which the person's browser writes. */
  headersOf(person: Person): Record<string, string>;
  post(person: Person, path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** What the preloaded module has told. */
  heard: unknown[];
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Sessions are judged by the machine's own time there, so `app.wall` is to stand at the present before anybody signs in.
 * @param preload a module of the test that is loaded first, such as one that sets the process's clock wrong
 */
export async function startServer(app: TestApp, { preload, env = {} }: { preload?: string; env?: Record<string, string> } = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...(preload ? ['--import', resolve(preload)] : []), resolve('dist/src/main.http.js')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env, NODE_ENV: 'test', DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataDir, SECRET_KEY: '5e'.repeat(32), RELAXED_DURABILITY: 'yes',
      SANDBOX_CLOCK: 'yes', HOST: '127.0.0.1', PORT: '0', ...env,
    },
  });
  const heard: unknown[] = [];
  child.on('message', (told) => heard.push(told));
  const url = await addressOf(child);
  const headersOf = ({ client }: Person) => ({ cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'x-csrf-token': client.csrfToken ?? '' });
  return {
    url, headersOf, heard,
    post: async (person, path, body, headers = {}) => {
      const reply = await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headersOf(person), ...headers }, body: JSON.stringify(body) });
      return { status: reply.status, body: await reply.json() };
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of child.stdout!) {
    said += String(text);
    const found = /HTTP (http:\/\/\S+)/.exec(said);
    if (found) {
      // Somebody must go on reading, or a full pipe would stop it.
      child.stdout!.resume();
      return found[1]!;
    }
  }
  throw new Error(`The server ended before it listened: ${said}`);
}

/** Puts the programme's clock of every process where the suite's clock stands now, and lets it run from there. */
export async function letTheClockRun(app: TestApp): Promise<void> {
  await app.db.query('update sandbox_clock set shift_ms = $1', [app.clock.now().getTime() - Date.now()]);
}
