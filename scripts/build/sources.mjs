import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '__snapshots__', '.cache']);

/** Every file below a folder as a path relative to `root`, in a stable order. */
export function listFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const files = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(SKIPPED_FOLDERS.has(entry.name) ? [] : listFiles(root, path)));
    else if (entry.isFile()) files.push(path);
  }
  return files.sort();
}

/** A mark of one file's content; a file that vanished meanwhile counts as empty. */
export function markOf(path, salt = '') {
  try {
    return createHash('sha256').update(salt).update(readFileSync(path)).digest('base64url');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/** One mark for many files, their names included. */
export function markOfAll(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0${markOf(join(root, path))}\n`);
  return hash.digest('base64url');
}
