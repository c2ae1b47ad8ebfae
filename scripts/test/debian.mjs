import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Trouble } from '../trouble.mjs';

/** What the tests need and npm does not carry: a browser, Chinese glyphs for its pictures, and Redis. */
const NEEDED = [
  { name: 'chromium', isThere: () => Boolean(findChromium()) },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'redis-server', isThere: () => Boolean(findProgram('redis-server')) },
];

/** The browser's path, from CHROMIUM_PATH or where Debian and others put it. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean);
}

function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  return folders.filter(Boolean).map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout;
  return Boolean(listed?.trim()) || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

/**
 * Installs what is absent, as root or through a sudo that asks no password.
 * @throws {Trouble} one sentence that names the packages, where we may not install them
 */
export function ensureDebianPackages(tell) {
  const absent = NEEDED.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (absent.length === 0) return;
  const become = rightToInstall();
  if (!become) throw installYourself(absent);
  tell(`正在安装 ${absent.join('、')}……`, `Installing ${absent.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync(become[0] ?? 'apt-get', [...become.slice(1), ...args], { env, encoding: 'utf8' });
  run('update', '-qq');
  const outcome = run('install', '-y', '-qq', '--no-install-recommends', ...absent);
  if (outcome.status === 0) return;
  process.stderr.write(`${outcome.stderr?.trim().split('\n').slice(-5).join('\n')}\n`);
  throw installYourself(absent);
}

function rightToInstall() {
  if (!findProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (findProgram('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0) return ['sudo', '-n', 'apt-get'];
  return undefined;
}

function installYourself(absent) {
  return new Trouble(
    'packages-absent',
    `测试还需要这些系统软件包，请先安装：${absent.join(' ')}（Debian：apt-get install ${absent.join(' ')}）。`,
    `The tests also need these system packages; please install them first: apt-get install ${absent.join(' ')}.`,
  );
}
