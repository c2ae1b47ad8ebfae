import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { portTaken, startPostgres, stopAbandoned } from '../postgres.mjs';
import { isFree } from '../postgres/processes.mjs';
import { Trouble } from '../trouble.mjs';
import { readPort, refuseUnbrowsable } from './address.mjs';
import { runCli, startServer } from './children.mjs';
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { endOrphans, forgetRunning, noteRunning, refuseSecondStart } from './running.mjs';
import { loadSecrets } from './secrets.mjs';

export const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..', '..');
const READY_DEADLINE_MS = 90_000;

export function defaultDataDir() {
  return resolve(process.env.DATA_DIR || join(ROOT, '.data'));
}

/**
 * Brings the whole platform up: dependencies, build, database, migrations, demo, HTTP and worker.
 *
 * @param {{dataDir?: string, port?: number, demo?: boolean, verbose?: boolean, cancelled?: Promise<unknown>,
 *   tell?: (zh: string, en: string) => void}} options `cancelled` settles when the person gives up waiting;
 *   `demo` defaults to yes with the embedded database and to no with an outside one
 * @returns {Promise<{url: string, accounts: string, env: object, failed: Promise<Trouble>, stop(): Promise<void>}>}
 *   `failed` settles with the reason when any part ends by itself
 * @throws {Trouble} one sentence; whatever had started is stopped again
 */
export async function startPlatform(options = {}) {
  const task = { ...defaults(), ...options, parts: [] };
  const { dataDir, host, port, parts } = task;
  requireNode();
  refuseSecondStart(dataDir);
  await endOrphans(dataDir);
  await refuseUnbrowsable(port);
  if (!(await isFree(port, host))) throw portTaken(port);
  const stop = stopOnce(parts, dataDir);
  try {
    return await bringUp({ ...task, url: `http://${host}:${port}` }, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function defaults() {
  return {
    dataDir: defaultDataDir(),
    host: process.env.HOST || '127.0.0.1',
    port: readPort('PORT', process.env.PORT || 8080),
    demo: !process.env.DATABASE_URL,
    tell: () => {},
  };
}

async function bringUp(task, stop) {
  const { dataDir, url, tell } = task;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  noteRunning(dataDir, { url, ready: false, pids: [] });
  ensureDependencies(ROOT, tell);
  tell('正在构建……', 'Building …');
  await build({ ifChanged: true });
  await forgetHalfDemo(dataDir);
  const env = await prepareEnvironment(task);
  runCli(ROOT, 'migrate', env);
  const accounts = await loadDemo(task, env);
  tell('正在启动服务……', 'Starting the servers …');
  return startServers({ ...task, env, accounts }, stop);
}

async function startServers({ dataDir, url, parts, env, accounts, verbose, cancelled }, stop) {
  const servers = ['http', 'worker'].map((name) => startServer({ root: ROOT, name, env, logDir: join(dataDir, 'logs'), verbose }));
  parts.push(...servers);
  noteRunning(dataDir, { url, ready: false, pids: servers.map(({ pid }) => pid) });
  const failed = Promise.race(parts.map(async (part) => part.trouble(await part.exited)));
  await waitUntilReady(url, Promise.race([failed, ...(cancelled ? [cancelled.then(givenUp)] : [])]));
  noteRunning(dataDir, { url, ready: true, pids: servers.map(({ pid }) => pid) });
  return { url, accounts, env, failed, stop };
}

/** An outside PostgreSQL and its roles are the operator's; the embedded one is made here. */
async function prepareEnvironment(task) {
  const { dataDir, host, port, url, tell, parts } = task;
  const secrets = loadSecrets(dataDir);
  const base = { PUBLIC_URL: url, SECRET_KEY: secrets.secretKey, ...process.env, HOST: host, PORT: String(port), DATA_DIR: dataDir };
  const outside = process.env.DATABASE_URL;
  if (outside) return { ...base, DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL || outside };
  tell('正在启动数据库……', 'Starting the database …');
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  parts.unshift({ name: 'postgres', exited: postgres.exited, stop: postgres.stop, trouble: () => databaseDied(dataDir) });
  // Loaded late: the driver is there only after the dependencies were installed.
  const { prepareDatabase } = await import('../postgres/roles.mjs');
  const { ownerUrl, appUrl } = await prepareDatabase(postgres.superuserUrl, { database: 'qiongxiang', ...secrets });
  return { ...base, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
}

const HALF_DEMO = 'demo-loading';
/** Everybody's account, for programs; the short list for people lies beside it and is written last. */
const ACCOUNTS = 'demo-accounts.json';

/** A start that was cut off while the demo was loading has left nothing but half a demo: it begins again. */
async function forgetHalfDemo(dataDir) {
  if (!existsSync(join(dataDir, HALF_DEMO)) || process.env.DATABASE_URL) return;
  await stopAbandoned(join(dataDir, 'postgres'));
  for (const part of ['postgres', 'files', ACCOUNTS, HALF_DEMO]) rmSync(join(dataDir, part), { recursive: true, force: true });
}

/** The demo is a published programme that its people play once, on a clock of its own; what they did stays. */
async function loadDemo(task, env) {
  const { dataDir, demo, tell } = task;
  if (!demo) return '';
  const kept = join(dataDir, 'demo-accounts.txt');
  if (!existsSync(kept)) {
    tell('首次启动：正在载入演示项目（约一分半钟）……', 'First start: loading the demo (about a minute and a half) …');
    writeFileSync(join(dataDir, HALF_DEMO), '');
    const rehearsal = await startRehearsal(task, env);
    try {
      const { playDemo } = await import('../cycle/demo/demo.mjs');
      const { accounts, text } = await Promise.race([playDemo(rehearsal), rehearsal.interrupted]);
      writeFileSync(join(dataDir, ACCOUNTS), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
      writeFileSync(kept, text, { mode: 0o600 });
      rmSync(join(dataDir, HALF_DEMO));
    } finally {
      await rehearsal.stop();
    }
  }
  return readFileSync(kept, 'utf8');
}

/** The same servers with a clock that an administrator may move; they end before the real ones start. `interrupted` says why they end early. */
async function startRehearsal({ dataDir, url, parts, cancelled }, env) {
  const own = { ...env, SANDBOX_CLOCK: 'yes', NODE_ENV: 'development' };
  const servers = ['http', 'worker'].map((name) => startServer({ root: ROOT, name, env: own, logDir: join(dataDir, 'logs') }));
  parts.push(...servers);
  // On record from now on: should this start be killed, the next one ends them.
  noteRunning(dataDir, { url, ready: false, pids: servers.map(({ pid }) => pid) });
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    for (const server of servers) parts.splice(parts.indexOf(server), 1);
  };
  const ended = Promise.race([...servers.map(async (server) => server.trouble(await server.exited)), ...(cancelled ? [cancelled.then(givenUp)] : [])]);
  await waitUntilReady(url, ended);
  const playing = new AbortController();
  const interrupted = ended.then((trouble) => {
    playing.abort(trouble);
    throw trouble;
  });
  interrupted.catch(() => undefined);
  return { url, env: own, signal: playing.signal, interrupted, stop };
}

async function waitUntilReady(url, failed) {
  let trouble;
  failed.then((reason) => (trouble = reason));
  const until = Date.now() + READY_DEADLINE_MS;
  while (Date.now() < until) {
    await sleep(100);
    if (trouble) throw trouble;
    if (await fetch(url).then(() => true, () => false)) return;
  }
  throw new Trouble('http-silent', `服务在 90 秒内没有应答：${url}。`, `The server did not answer within 90 seconds: ${url}.`);
}

function givenUp() {
  return new Trouble('cancelled', '启动已取消。', 'The start was cancelled.');
}

/** The servers first and together, then the database they write to. */
function stopOnce(parts, dataDir) {
  let stopping;
  const run = async () => {
    const database = parts.filter(({ name }) => name === 'postgres');
    await Promise.all(parts.filter(({ name }) => name !== 'postgres').map((part) => part.stop()));
    for (const part of database) await part.stop();
    forgetRunning(dataDir);
  };
  return () => (stopping ??= run());
}

function databaseDied(dataDir) {
  return new Trouble(
    'postgres-died',
    `数据库进程已退出，日志见 ${join(dataDir, 'postgres', 'server.log')}；再次运行 npm start 即可恢复。`,
    `The database ended; its log is ${join(dataDir, 'postgres', 'server.log')}. Run npm start again to recover.`,
  );
}
