import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The fields of `/proc/<pid>/stat` after the name, which may itself hold blanks and brackets. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ticksOf(fields, withReaped) {
  const [user, system, reapedUser, reapedSystem] = fields.slice(11, 15).map(Number);
  return user + system + (withReaped ? reapedUser + reapedSystem : 0);
}

/**
 * Milliseconds of processor time that these processes, their children and the children they have reaped have used so far.
 * Wall-clock figures move with the neighbours of a shared machine; this one hardly does.
 */
export function cpuMs(roots) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const fields = stat(pid);
    if (fields) parents.set(pid, { parent: Number(fields[1]), ticks: ticksOf(fields, true) });
  }
  const belongs = (pid) => roots.includes(pid) || (parents.has(pid) && belongs(parents.get(pid).parent));
  let ticks = 0;
  for (const [pid, { ticks: own }] of parents) if (belongs(pid)) ticks += own;
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** The share of time in which the machine had nothing to do, and the share that its host took away, between two readings. */
export function machineTime() {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/);
  const values = fields.map(Number);
  const total = values.reduce((sum, value) => sum + value, 0);
  return { total, idle: values[3] + values[4], steal: values[7] ?? 0 };
}
