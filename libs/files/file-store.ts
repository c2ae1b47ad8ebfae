import type { Readable } from 'node:stream';
import { absent, invalid, say } from '#libs/errors';

/** What the store knows of a file: the SHA-256 of its bytes in lower-case hex, and their number. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** `intact` the bytes still have their hash; `damaged` they do not; `absent` nothing is kept under it. */
export type Verification = 'intact' | 'damaged' | 'absent';

export interface PutOptions {
  /** The most bytes taken; a longer content is refused (`file.too-large`) and leaves nothing behind. */
  readonly maxBytes?: number;
}

/**
 * Keeps files under the hash of their bytes. The same bytes are kept once, nobody chooses a name, and
 * a kept file never changes: that is what "complete and unchanged" means in law
 * (Electronic Signature Law of the PRC, articles 5 and 6).
 */
export abstract class FileStore {
  /** Keeps the bytes and answers with their hash; repeating it changes nothing and heals a damaged copy. */
  abstract put(content: Readable | Buffer, options?: PutOptions): Promise<StoredFile>;

  /** The bytes as a stream. Throws `file.absent` when nothing is kept under the hash. */
  abstract open(sha256: string): Promise<Readable>;

  abstract has(sha256: string): Promise<boolean>;

  /** Forgets the bytes; removing what is not there is no error, so a sweep may be repeated. */
  abstract remove(sha256: string): Promise<void>;

  /** Reads every byte again and compares. */
  abstract verify(sha256: string): Promise<Verification>;
}

/** Throws `file.hash-malformed` unless the text is 64 lower-case hex digits: a hash becomes a path. */
export function checkHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw invalid('file.hash-malformed', say('文件哈希值格式不正确', 'The hash of the file is malformed'));
  }
  return sha256;
}

/** `ab/cd/abcd…`: two levels of 256 folders keep each of them small at millions of files. */
export function shardedKey(sha256: string): string {
  const hash = checkHash(sha256);
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}

export const fileAbsent = (sha256: string): Error =>
  absent('file.absent', say('没有这个文件', 'There is no such file'), { sha256 });
