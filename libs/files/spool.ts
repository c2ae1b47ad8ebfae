import { createHash, randomUUID } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { invalid, say } from '#libs/errors';
import type { StoredFile } from './file-store.js';

/** A file on its way in: complete, synced to the disk, hashed, under a name that nobody chose. */
export interface Spooled extends StoredFile {
  readonly path: string;
}

/** The refusal of a content longer than `maxBytes`. */
export function tooLarge(maxBytes: number): Error {
  return invalid(
    'file.too-large',
    say('文件超过{megabytes} MB的上限', 'The file is larger than the limit of {megabytes} MB'),
    { maxBytes, megabytes: Math.round((maxBytes / 1_048_576) * 10) / 10 },
  );
}

async function copy(content: Readable, file: FileHandle, hash: Hash, maxBytes: number): Promise<number> {
  let size = 0;
  for await (const part of content) {
    const bytes: Buffer = typeof part === 'string' ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    hash.update(bytes);
    await file.writeFile(bytes);
  }
  return size;
}

/**
 * Writes a stream into `folder` while hashing it, so that no file has to fit into memory.
 * Throws `file.too-large`; whatever fails, the half-written file is removed.
 */
export async function spool(content: Readable | Buffer, folder: string, maxBytes = Infinity): Promise<Spooled> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    const size = await copy(stream, file, hash, maxBytes);
    await file.sync();
    await file.close();
    return { path, size, sha256: hash.digest('hex') };
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Removes uploads that a crash left half-written before the instant `before`, and answers how many.
 * Choose an instant older than any upload may last.
 */
export async function removeAbandoned(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const age = await stat(path).catch(() => undefined);
    if (!name.endsWith('.part') || age === undefined || age.mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** The SHA-256 of everything a stream yields, in hex. */
export async function hashOf(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash.digest('hex');
}
