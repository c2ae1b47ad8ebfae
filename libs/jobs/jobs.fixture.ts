import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, ClockModule } from '#libs/clock';
import { ConfigModule, readConfig } from '#libs/config';
import { DatabaseModule, Transaction } from '#libs/database';
import { defineEvent, EventsModule, Reacts } from '#libs/events';
import { defineJob, Handles, JobsModule, OutboxRow, Repeats, type JobRun, type QueueConnection } from '#libs/jobs';

export const Count = defineJob<{ by: number }>('test.count');
export const Stumble = defineJob<{ times: number }>('test.stumble', { attempts: 3 });
export const Reach = defineJob<{ to: string }>('test.reach', { runs: 'outside', queue: 'mail' });
export const Tick = defineJob<object>('test.tick', { queue: 'clock' });
export const Rang = defineEvent<{ bell: string }>('TestBellRang');

@Injectable()
@Handles(Count)
export class DoCount {
  constructor(private readonly tx: Transaction) {}
  async run({ by }: { by: number }): Promise<void> {
    await this.tx.manager.query('insert into effect (name) select $1 from generate_series(1, $2)', ['count', by]);
  }
}

@Injectable()
@Handles(Stumble)
export class DoStumble {
  constructor(private readonly tx: Transaction) {}
  async run({ times }: { times: number }, { attempt }: JobRun): Promise<void> {
    await this.tx.manager.query(`insert into effect (name) values ('stumble')`);
    if (attempt <= times) throw new Error(`stumbled on attempt ${attempt}`);
  }
}

@Injectable()
@Handles(Reach)
export class DoReach {
  static readonly keys: string[] = [];
  async run(_: { to: string }, { key, progress }: JobRun): Promise<void> {
    DoReach.keys.push(key);
    await progress(50);
  }
}

@Injectable()
@Handles(Tick)
@Repeats('0 3 * * *')
export class DoTick {
  constructor(private readonly tx: Transaction) {}
  async run(): Promise<void> {
    await this.tx.manager.query(`insert into effect (name) values ('tick')`);
  }
}

@Injectable()
@Reacts(Rang)
export class WhenBellRang {
  constructor(private readonly tx: Transaction) {}
  async run({ bell }: { bell: string }): Promise<void> {
    await this.tx.manager.query('insert into effect (name) values ($1)', [`heard ${bell}`]);
  }
}

export const HANDLERS = [DoCount, DoStumble, DoReach, DoTick, WhenBellRang];

export async function boot(url: string, connection: QueueConnection, handlers: (new (...needs: never[]) => unknown)[] = HANDLERS): Promise<INestApplicationContext> {
  @Module({
    imports: [
      ConfigModule.from(readConfig({ NODE_ENV: 'test', DATABASE_URL: url, SECRET_KEY: '5e'.repeat(32) })),
      ClockModule,
      TypeOrmModule.forRoot({ type: 'postgres', url, entities: [OutboxRow] }),
      DatabaseModule,
      JobsModule.withConnection(Clock, () => connection),
      EventsModule,
    ],
    providers: handlers as never[],
  })
  class TestModule {}
  return NestFactory.createApplicationContext(TestModule, { logger: ['error'], abortOnError: false });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A Redis of its own, with the settings we ask of a real one. */
export async function startRedis(): Promise<{ url: string; process: ChildProcess; folder: string }> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const process = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    process.once('error', reject);
    process.stdout!.on('data', (text: Buffer) => text.toString().includes('Ready to accept') && resolve());
  });
  return { url: `redis://127.0.0.1:${port}`, process, folder };
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('The outbox did not drain within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
