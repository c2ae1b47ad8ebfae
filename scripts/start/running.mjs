import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthMark, isSame, waitForEnd } from '../postgres/processes.mjs';
import { Trouble } from '../trouble.mjs';

const FILE = 'running.json';

/** @returns {{pid: number, born: string, url: string, children: {pid: number, born: string}[]} | undefined} */
export function readRunning(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @throws {Trouble} when a platform already runs from this data folder */
export function refuseSecondStart(dataDir) {
  const running = readRunning(dataDir);
  if (!running || running.pid === process.pid || !isSame(running)) return;
  throw new Trouble(
    'already-running',
    `平台已在运行：${running.url}（进程 ${running.pid}）。`,
    `The platform is already running at ${running.url} (process ${running.pid}).`,
  );
}

/** After a killed start its servers live on without anybody to stop them: they are ended first. */
export async function endOrphans(dataDir) {
  for (const child of readRunning(dataDir)?.children ?? []) {
    if (isSame(child)) await endChild(child.pid);
  }
}

export function noteRunning(dataDir, { url, ready, pids }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const children = pids.map((pid) => ({ pid, born: birthMark(pid) }));
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, born: birthMark(process.pid), url, ready, children }), { mode: 0o644 });
  renameSync(`${file}.new`, file);
}

export function forgetRunning(dataDir) {
  if (readRunning(dataDir)?.pid === process.pid) rmSync(join(dataDir, FILE), { force: true });
}

/** Asks politely, so that requests and jobs in hand are finished; then insists. */
export async function endChild(pid, patienceMs = 15_000) {
  for (const [signal, patience] of [['SIGTERM', patienceMs], ['SIGKILL', 5_000]]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(pid, patience)) return;
  }
}
