import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Trouble } from '../trouble.mjs';

const RECORD = 'launcher.json';
const SPACE_NEEDED = 200 * 1024 * 1024;

/** What the launcher remembers beside the data: the superuser's password, the port, who started it. */
export function readRecord(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, RECORD), 'utf8'));
  } catch {
    throw new Trouble(
      'postgres-record',
      `数据目录 ${dataDir} 缺少可用的 ${RECORD}，无法得知数据库口令，请从备份恢复该文件。`,
      `The data directory ${dataDir} has no usable ${RECORD}, which holds the database password: restore that file from a backup.`,
    );
  }
}

/** Written to a second file and renamed, so that a kill in between leaves the old record whole. */
export function writeRecord(dataDir, record) {
  const file = join(dataDir, RECORD);
  writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Refuses to start on a disk that is about to be full: PostgreSQL would stop in the middle of work. */
export function requireSpace(dataDir) {
  mkdirSync(dirname(dataDir), { recursive: true });
  const { bavail, bsize } = statfsSync(dirname(dataDir));
  if (bavail * bsize < SPACE_NEEDED) throw diskFull(dataDir);
}

export function diskFull(dataDir) {
  return new Trouble(
    'disk-full',
    `磁盘空间不足，数据库（${dataDir}）至少需要 200 MB 可用空间，请清理后重试。`,
    `The disk is full: the database (${dataDir}) needs at least 200 MB free; clear some space and try again.`,
  );
}

/**
 * Makes a new cluster. Everything happens in a folder beside it and is renamed at the end:
 * a first start that is killed half-way leaves nothing that looks like a database.
 */
export function createCluster(dataDir, binaries, identity) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  refuseStrangeFolder(dataDir);
  const staging = `${dataDir}.new`;
  const password = randomBytes(24).toString('base64url');
  rmSync(staging, { recursive: true, force: true });
  prepareStaging(staging, password, identity.owner);
  const made = join(staging, 'data');
  const [file, args] = identity.command(binaries.initdb, initdbArguments(made, join(staging, 'password')));
  const outcome = spawnSync(file, args, { ...identity.spawnOptions, env: plainEnvironment(), encoding: 'utf8', cwd: staging });
  if (outcome.status !== 0) {
    rmSync(staging, { recursive: true, force: true });
    throw initdbTrouble(dataDir, `${outcome.stderr ?? ''}${outcome.error ?? ''}`);
  }
  writeRecord(made, { password });
  renameSync(made, dataDir);
  rmSync(staging, { recursive: true, force: true });
}

/** Never deletes what it did not make: a folder with other content may be somebody's only copy. */
function refuseStrangeFolder(dataDir) {
  if (!existsSync(dataDir)) return;
  if (readdirSync(dataDir).length === 0) return rmdirSync(dataDir);
  throw new Trouble(
    'postgres-strange-folder',
    `${dataDir} 不是数据库目录却有内容，请移走后重试。`,
    `${dataDir} holds something that is not a database: move it away and try again.`,
  );
}

function prepareStaging(staging, password, owner) {
  const data = join(staging, 'data');
  const file = join(staging, 'password');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(file, password, { mode: 0o600 });
  if (owner) for (const path of [staging, data, file]) chownSync(path, owner.uid, owner.gid);
}

function initdbArguments(dataDir, passwordFile) {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  return [
    '-D', dataDir, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`, '--data-checksums',
  ];
}

function initdbTrouble(dataDir, detail) {
  if (/No space left/.test(detail)) return diskFull(dataDir);
  const last = detail.trim().split('\n').slice(0, 3).join(' ');
  return new Trouble(
    'postgres-initdb',
    `无法在 ${dataDir} 建立数据库：${last}`,
    `The database could not be made in ${dataDir}: ${last}`,
  );
}

/** The messages we read for causes must be English, whatever language the person's shell speaks. */
export function plainEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot };
}
