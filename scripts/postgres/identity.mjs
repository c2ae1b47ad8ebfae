import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Trouble } from '../trouble.mjs';

const NOBODY = 65534;

/**
 * Under which user PostgreSQL runs. It refuses uid 0, so for root we lend it either the user
 * `nobody`, or, where `nobody` cannot enter the folders (a clone under /root), a user namespace
 * in which our own files look like nobody's.
 * @returns {{command(file: string, args: string[]): [string, string[]], spawnOptions: object, owner?: {uid: number, gid: number}}}
 */
export function chooseIdentity(dataDir, binariesRoot) {
  if (process.getuid?.() !== 0) return { command: (file, args) => [file, args], spawnOptions: {} };
  const nobody = findNobody();
  if (isTraversable(dirname(resolve(dataDir))) && isTraversable(join(binariesRoot, 'native', 'bin'))) {
    return { command: (file, args) => [file, args], spawnOptions: nobody, owner: nobody };
  }
  const wrap = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (spawnSync('unshare', [...wrap, 'true']).status !== 0) throw cannotLeaveRoot(dataDir);
  return {
    command: (file, args) => ['unshare', [...wrap, file, ...args]],
    spawnOptions: {},
    owner: { uid: 0, gid: 0 },
  };
}

function cannotLeaveRoot(dataDir) {
  return new Trouble(
    'postgres-root',
    `PostgreSQL 不能以 root 身份运行，而普通用户无法进入 ${dataDir}；请把项目移到 /root 以外（例如 /srv），或以普通用户启动。`,
    `PostgreSQL does not run as root and other users cannot enter ${dataDir}: move the project out of /root (to /srv, say) or start it as an ordinary user.`,
  );
}

function findNobody() {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith('nobody:'));
    const [, , uid, gid] = line.split(':').map(Number);
    if (uid > 0 && gid > 0) return { uid, gid };
  } catch {
    // A container without /etc/passwd: the kernel's overflow id serves as well.
  }
  return { uid: NOBODY, gid: NOBODY };
}

/** Whether a stranger may pass through every folder up to the root. */
function isTraversable(folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** An ordinary user can neither read nor repair another user's cluster: say so before anything else fails. */
export function requireOwnership(dataDir) {
  if (!process.getuid || process.getuid() === 0 || !existsSync(dataDir)) return;
  if (lstatSync(dataDir).uid !== process.getuid()) throw foreignOwner(dataDir);
}

/** Gives a whole data directory to the user PostgreSQL runs under (the clone may have moved since last time). */
export function giveTo(owner, dataDir) {
  if (owner && lstatSync(dataDir).uid !== owner.uid) chownTree(dataDir, owner);
}

function chownTree(path, owner) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), owner);
  chownSync(path, owner.uid, owner.gid);
}

function foreignOwner(dataDir) {
  return new Trouble(
    'postgres-owner',
    `数据目录 ${dataDir} 属于另一个用户，请用创建它的用户启动，或更改其所有者。`,
    `The data directory ${dataDir} belongs to another user: start as the user who made it, or change its owner.`,
  );
}
