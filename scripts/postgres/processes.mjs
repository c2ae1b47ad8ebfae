import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = '127.0.0.1';

/** Whether a process lives; a zombie counts as dead, since nobody can ask anything of it. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return processState(pid)?.state !== 'Z';
}

/** A mark that tells a process from a later one with the same number; empty on Windows. */
export function birthMark(pid) {
  const started = processState(pid)?.started;
  if (started || process.platform === 'linux' || process.platform === 'win32') return started ?? '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Whether the process that was noted down with its mark still lives. */
export function isSame({ pid, born }) {
  return isAlive(pid) && birthMark(pid) === born;
}

function processState(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return undefined;
  }
}

/** What `postmaster.pid` says, or undefined without one. */
export function readPostmaster(dataDir) {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Whether this number still belongs to the PostgreSQL of this data directory, and not to a newcomer. */
export function servesFrom(pid, dataDir) {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return workingFolder(pid) === realpathSync(dataDir);
}

function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * Removes a stale `postmaster.pid`, but only when no back end of the old server works in the
 * folder any more: two servers on one data directory would destroy it.
 */
export async function clearStaleLock(dataDir, deadlineMs = 15_000) {
  const until = Date.now() + deadlineMs;
  while (backendsOf(dataDir).length > 0) {
    if (Date.now() > until) return false;
    await sleep(100);
  }
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  return true;
}

function backendsOf(dataDir) {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(dataDir);
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return numbers.filter((pid) => isAlive(pid) && workingFolder(pid) === folder && commandOf(pid) === 'postgres');
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Waits until the process is gone. @returns whether it went within the time */
export async function waitForEnd(pid, deadlineMs) {
  const until = Date.now() + deadlineMs;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Whether something listens on the loopback port. */
export function answers(port, host = HOST) {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 });
    const finish = (verdict) => {
      socket.destroy();
      resolve(verdict);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}

/** Whether we could listen on this port now. */
export function isFree(port, host = HOST) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

/** A port nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: HOST }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
