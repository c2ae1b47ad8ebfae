import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../trouble.mjs';

const OLDEST = [20, 19];

/** @throws {Trouble} on a Node that cannot run the platform */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Trouble(
    'node-too-old',
    `需要 Node ${OLDEST.join('.')} 或更新版本，当前为 ${version}。`,
    `Node ${OLDEST.join('.')} or newer is needed; this is ${version}.`,
  );
}

/** Runs `npm ci` unless what is installed is what the lock file names. @returns whether it ran */
export function ensureDependencies(root, tell = () => {}) {
  if (isInstalled(root)) return false;
  tell('正在安装依赖……', 'Installing dependencies …');
  const outcome = runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (outcome.status === 0) return true;
  const cause = firstLines(outcome.stderr || String(outcome.error ?? ''));
  if (/ENOSPC/.test(cause)) throw new Trouble('disk-full', '磁盘空间已满，无法安装依赖。', 'The disk is full: the dependencies cannot be installed.');
  throw new Trouble('npm-ci', `依赖安装失败（npm ci）：\n${cause}`, 'npm ci failed: see above.');
}

/** npm tells the cause first and repeats its manual afterwards. */
function firstLines(text) {
  const lines = text.split('\n').map((line) => line.replace(/^npm error ?/, '').trim());
  return lines.filter(Boolean).slice(0, 6).join('\n');
}

/** The npm that started us, where one did; otherwise the one on the path. */
function runNpm(root, args) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * npm writes node_modules/.package-lock.json at the very end of an installation, so an interrupted
 * one is noticed too. Packages for other platforms are optional and may be absent.
 */
function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Trouble('lock-file', '缺少可用的 package-lock.json。', 'There is no usable package-lock.json.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    if (!present[path]) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return present[path].version === entry.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
