import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../trouble.mjs';
import { endChild } from './running.mjs';

const LOG_LIMIT = 10 * 1024 * 1024;

/** Runs one command of the platform's own command line, with its arguments if it has any, and returns what it printed. */
export function runCli(root, words, env) {
  const [command, ...rest] = [words].flat();
  const file = join(root, 'dist', 'src', 'main.cli.js');
  const outcome = spawnSync(process.execPath, [file, command, ...rest], { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (outcome.status === 0) return outcome.stdout;
  const said = `${outcome.stdout}\n${outcome.stderr}${outcome.error ?? ''}`;
  const refusal = refusalIn(`cli-${command}`, said);
  if (refusal) throw refusal;
  const cause = lastLines(said, 12);
  throw new Trouble(`cli-${command}`, `命令 ${command} 失败：\n${cause}`, `The command ${command} failed: see above.`);
}

/**
 * Starts a server of the platform with a log of its own. It leads its own process group: Ctrl-C
 * reaches the starter alone, which then stops everything in order.
 */
export function startServer({ root, name, env, logDir, verbose }) {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const log = join(logDir, `${name}.log`);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  const fd = openSync(log, 'a', 0o600);
  const from = statSync(log).size;
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'src', `main.${name}.js`)], {
    cwd: root, env, detached: true, stdio: verbose ? 'inherit' : ['ignore', fd, fd],
  });
  closeSync(fd);
  let running = true;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  }).finally(() => (running = false));
  return {
    name,
    pid: child.pid,
    exited,
    isRunning: () => running,
    stop: () => (running ? endChild(child.pid) : undefined),
    trouble: (how) => {
      const said = readFileSync(log).subarray(from).toString('utf8');
      return refusalIn(`${name}-refused`, said) ?? serverDied(name, how, log, lastLines(said, 8));
    },
  };
}

/** Ended from outside, its last lines say nothing of it. */
function serverDied(name, how, log, cause) {
  const killed = how.startsWith('SIG');
  return new Trouble(
    `${name}-died`,
    `${name} 进程已退出（${how}），完整日志见 ${log}${killed ? '；再次运行 npm start 即可恢复。' : `：\n${cause}`}`,
    `The ${name} process ended (${how}); its full log is ${log}.${killed ? ' Run npm start again to recover.' : ''}`,
  );
}

/** A server that refuses to start says why in its last line, each reason in both languages. @returns {Trouble | undefined} */
export function refusalIn(code, said) {
  const reasons = lastLines(said, 1).split('; ').map((reason) => reason.split(' / '));
  if (!reasons.every((halves) => halves.length === 2 && /\p{Script=Han}/u.test(halves[0]))) return undefined;
  return new Trouble(code, `${reasons.map(([zh]) => zh).join('；')}。`, `${reasons.map(([, en]) => en).join('; ')}.`);
}

function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n');
}
