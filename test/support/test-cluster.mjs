/**
 * The throw-away PostgreSQL of one Jest run: a folder of its own under the system's temporary folder
 * and a port of its own, so that several runs on one machine do not meet.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';
import { isAbandoned, startPostgres, stopAbandoned } from '../../scripts/postgres.mjs';
import { prepareDatabase } from '../../scripts/postgres/roles.mjs';
import { TEMPLATE, TEST_PASSWORDS } from './test-cluster-names.cjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..', '..');
const PREFIX = 'qiongxiang-test-';
// Nobody cuts the power of a throw-away cluster: waiting for the disk at every commit and every dropped database would be most of its time.
const SETTINGS = { fsync: 'off', full_page_writes: 'off' };
const HALF_MADE_MS = 10 * 60_000;

/** @returns {Promise<{superuserUrl: string, stop(): Promise<void>}>} a cluster whose template database is migrated */
export async function startTestCluster() {
  await sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // Root lends PostgreSQL the user nobody, who has to pass through; the data folder inside stays closed.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ dataDir: join(folder, 'pg'), settings: SETTINGS });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrateTemplate(await prepareDatabase(postgres.superuserUrl, { database: TEMPLATE, ...TEST_PASSWORDS }));
  } catch (error) {
    await stop();
    throw error;
  }
  return { superuserUrl: postgres.superuserUrl, stop };
}

/** The same command that migrates an installation, so that suites meet the rights people get. */
async function migrateTemplate({ ownerUrl, appUrl }) {
  await build({ web: false }).catch(tolerateElsewhere);
  const outcome = spawnSync(process.execPath, [join(ROOT, 'dist', 'src', 'main.cli.js'), 'migrate'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test', DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl },
  });
  if (outcome.status !== 0) throw new Error(`The migrations failed:\n${outcome.stdout}${outcome.stderr}`);
}

/** A file that does not compile is the type check's to report; here only the migrations matter. */
function tolerateElsewhere(error) {
  if (!error.paths || error.paths.some((path) => path.startsWith('src/database/'))) throw error;
  process.stderr.write(`${error.message}\n`);
}

/** A run that was killed leaves its server behind: the next run stops it and removes its folder. */
async function sweepAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    try {
      await sweep(join(tmpdir(), name));
    } catch (error) {
      // Another run may sweep the same folder at the same moment.
      if (!['ENOENT', 'postgres-record'].includes(error.code)) throw error;
    }
  }
}

async function sweep(folder) {
  const { uid, mtimeMs } = statSync(folder);
  if (process.getuid && uid !== process.getuid()) return;
  const dataDir = join(folder, 'pg');
  if (existsSync(join(dataDir, 'launcher.json'))) {
    if (!isAbandoned(dataDir)) return;
    await stopAbandoned(dataDir);
  } else if (Date.now() - mtimeMs < HALF_MADE_MS) return;
  rmSync(folder, { recursive: true, force: true });
}
