/**
 * Runs the PostgreSQL that is installed as an npm package. Plain Node, no dependency of our own.
 *
 *   const postgres = await startPostgres({ dataDir: '.data/postgres' });
 *   … postgres.superuserUrl …
 *   await postgres.stop();
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './postgres/binaries.mjs';
import { createCluster, diskFull, plainEnvironment, readRecord, requireSpace, writeRecord } from './postgres/cluster.mjs';
import { chooseIdentity, giveTo, requireOwnership } from './postgres/identity.mjs';
import {
  answers, birthMark, clearStaleLock, freePort, isAlive, isFree, isSame, readPostmaster, servesFrom, waitForEnd,
} from './postgres/processes.mjs';
import { Trouble } from './trouble.mjs';

const HOST = '127.0.0.1';
const START_DEADLINE_MS = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;
const DEFAULTS = { max_connections: 200, timezone: 'UTC', log_timezone: 'UTC' };

/**
 * Starts (or takes over) the cluster in `dataDir`, making it on the first call. It listens on the
 * loopback address only, on `port` or on a free port that is remembered for the next start, and on a socket in the folder, through which
 * `superuserUrl` leads.
 *
 * @param {{dataDir: string, port?: number, settings?: Record<string, string | number>}} options
 * @returns {Promise<{host: string, port: number, pid: number, superuserUrl: string, adopted: boolean,
 *   exited: Promise<void>, stop(): Promise<void>}>} `exited` settles when the server is gone for any reason
 * @throws {Trouble} one sentence: port taken, disk full, in use by another launcher, wrong owner
 */
export async function startPostgres({ dataDir: folder, port, settings = {} }) {
  const dataDir = resolve(folder);
  const binaries = findBinaries();
  requireOwnership(dataDir);
  requireSpace(dataDir);
  const identity = chooseIdentity(dataDir, binaries.root);
  createCluster(dataDir, binaries, identity);
  const record = readRecord(dataDir);
  refuseSecondLauncher(dataDir, record);
  const orphan = await takeOrphan(dataDir, port);
  if (orphan) return handle({ dataDir, binaries, record, pid: orphan.pid, port: orphan.port, adopted: true });
  giveTo(identity.owner, dataDir);
  const started = await launch({ dataDir, binaries, identity, settings, port, record });
  return handle({ dataDir, binaries, record, ...started, adopted: false });
}

/** Whether no launcher looks after this cluster any more, though its server may still run. */
export function isAbandoned(dataDir) {
  const { launcher } = readRecord(dataDir);
  return !launcher || !isSame(launcher);
}

/** Stops the server a killed launcher left behind, if it runs. */
export async function stopAbandoned(dataDir) {
  const postmaster = readPostmaster(dataDir);
  if (postmaster && servesFrom(postmaster.pid, dataDir)) await endProcess(postmaster.pid);
}

function refuseSecondLauncher(dataDir, { launcher }) {
  if (launcher?.pid === process.pid || isAbandoned(dataDir)) return;
  throw new Trouble(
    'postgres-in-use',
    `数据库 ${dataDir} 正由另一个进程（${launcher.pid}）使用，请先停止它。`,
    `The database ${dataDir} is in use by another process (${launcher.pid}): stop that one first.`,
  );
}

/** After a killed launcher its server may live on: one that answers is adopted, one that does not is stopped. */
async function takeOrphan(dataDir, wantedPort) {
  const postmaster = readPostmaster(dataDir);
  if (!postmaster) return undefined;
  if (servesFrom(postmaster.pid, dataDir)) {
    const fits = wantedPort === undefined || wantedPort === postmaster.port;
    if (fits && postmaster.ready && (await answers(postmaster.port))) return postmaster;
    await endProcess(postmaster.pid);
  }
  if (await clearStaleLock(dataDir)) return undefined;
  throw new Trouble(
    'postgres-lingers',
    `上一次的数据库进程仍占用 ${dataDir}，请稍候再试或结束这些 postgres 进程。`,
    `Processes of the last database still work in ${dataDir}: wait a moment or end those postgres processes.`,
  );
}

async function launch(task) {
  const { dataDir, port: wanted } = task;
  const until = Date.now() + START_DEADLINE_MS;
  let port = await choosePort(task);
  for (;;) {
    const { pid, detail } = await attempt(task, port, until);
    if (pid) return { pid, port };
    const kind = kindOfFailure(detail);
    if (kind === 'final' || Date.now() > until) throw startTrouble(dataDir, detail);
    if (kind === 'lingers') await sleep(250);
    else if (wanted !== undefined) throw portTaken(wanted);
    else port = await freePort();
  }
}

/** The port asked for, or the one of last time while it is free, or any. */
async function choosePort({ port, record }) {
  if (port !== undefined) {
    if (await isFree(port)) return port;
    throw portTaken(port);
  }
  return record.port && (await isFree(record.port)) ? record.port : freePort();
}

/** Two failures pass by themselves: somebody was quicker on the port, or the killed server's back ends still end. */
function kindOfFailure(detail) {
  if (/Address already in use/.test(detail)) return 'port';
  return /shared memory block|lock file .* already exists/.test(detail) ? 'lingers' : 'final';
}

async function attempt({ dataDir, binaries, identity, settings }, port, until) {
  const log = openLog(dataDir);
  const from = statSync(log.path).size;
  const [file, args] = identity.command(binaries.postgres, serverArguments(dataDir, port, settings));
  // Detached: Ctrl-C reaches the whole terminal group, but the database must stop last.
  const child = spawn(file, args, {
    ...identity.spawnOptions, cwd: dataDir, detached: true, env: plainEnvironment(), stdio: ['ignore', log.fd, log.fd],
  });
  let ended = false;
  let failure = '';
  child.once('exit', () => (ended = true));
  child.once('error', (error) => {
    failure = error.message;
    ended = true;
  });
  child.unref();
  closeSync(log.fd);
  while (!ended && Date.now() < until) {
    const postmaster = readPostmaster(dataDir);
    if (postmaster?.pid === child.pid && postmaster.ready && (await answers(port))) return { pid: child.pid };
    await sleep(25);
  }
  if (!ended) await endProcess(child.pid);
  return { detail: failure + readFileSync(log.path).subarray(from).toString('utf8') };
}

function serverArguments(dataDir, port, settings) {
  const all = { ...DEFAULTS, ...settings, listen_addresses: HOST, unix_socket_directories: hasSocket(dataDir) ? dataDir : '', port };
  return ['-D', dataDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** A socket in the data folder spares every question the way through the network; its path must fit into the 104 bytes of the narrowest system. */
const hasSocket = (dataDir) => process.platform !== 'win32' && !dataDir.includes(',') && Buffer.byteLength(join(dataDir, '.s.PGSQL.65535')) < 104;

function openLog(dataDir) {
  const path = join(dataDir, 'server.log');
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`);
  return { path, fd: openSync(path, 'a', 0o600) };
}

function handle({ dataDir, binaries, record, pid, port, adopted }) {
  const launcher = { pid: process.pid, born: birthMark(process.pid) };
  writeRecord(dataDir, { ...record, port, launcher });
  let stopping;
  return {
    host: HOST,
    port,
    pid,
    adopted,
    superuserUrl: `postgresql://postgres:${record.password}@${HOST}:${port}/postgres${throughSocket(dataDir, port)}`,
    exited: watch(pid),
    stop: () => (stopping ??= stop({ dataDir, binaries, record, pid, port })),
  };
}

/** A server that was taken over may have been started without one. */
const throughSocket = (dataDir, port) => (hasSocket(dataDir) && existsSync(join(dataDir, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(dataDir)}` : '');

async function watch(pid) {
  while (isAlive(pid)) await sleep(300, undefined, { ref: false });
}

async function stop({ dataDir, binaries, record, pid, port }) {
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', dataDir, '-m', 'fast', '-w']);
  else if (servesFrom(pid, dataDir)) await endProcess(pid);
  if (existsSync(dataDir)) writeRecord(dataDir, { ...record, port, launcher: undefined });
}

/** Asks for a fast shutdown (open transactions roll back), then an immediate one, then takes it by force. */
async function endProcess(pid) {
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(pid, patience)) return;
  }
}

export function portTaken(port) {
  return new Trouble(
    'port-taken',
    `端口 ${port} 已被其他程序占用，请换一个端口或停止该程序。`,
    `Port ${port} is taken by another program: choose another port or stop that program.`,
  );
}

function startTrouble(dataDir, detail) {
  if (/No space left/.test(detail)) return diskFull(dataDir);
  if (/files are incompatible/.test(detail)) {
    return new Trouble(
      'postgres-version',
      `${dataDir} 中的数据来自另一个 PostgreSQL 主版本，请先用旧版本导出数据。`,
      `The data in ${dataDir} come from another major version of PostgreSQL: export them with that version first.`,
    );
  }
  const cause = detail.split('\n').find((line) => /FATAL|PANIC|error while loading/.test(line)) ?? detail.trim().split('\n').at(-1) ?? '';
  return new Trouble(
    'postgres-start',
    `数据库未能启动（日志：${join(dataDir, 'server.log')}）：${cause}`,
    `The database did not start (log: ${join(dataDir, 'server.log')}): ${cause}`,
  );
}
