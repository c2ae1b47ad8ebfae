import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { bytesOfFile } from './byte-source.js';
import { FILE_KINDS } from './file-kind.js';
import type { FileKind } from './file-kind.js';
import type { FileStore, StoredFile } from './file-store.js';
import { inspectFile } from './inspect-file.js';
import type { FileRules } from './inspect-file.js';
import { spool } from './spool.js';

/** A file that was taken: what it is follows from its content. */
export interface ReceivedFile extends StoredFile {
  readonly kind: FileKind;
  readonly mime: string;
  readonly extension: string;
}

export interface Reception {
  readonly store: FileStore;
  readonly rules: FileRules;
  /** Where the upload waits until it has been looked at; never served. */
  readonly spoolFolder: string;
  /** Hears the hash before the bytes are kept, so that what a failure leaves behind can be found. */
  readonly announce?: (sha256: string) => Promise<void>;
}

/**
 * Takes an upload of any length with constant memory: written aside under a generated name, inspected,
 * only then kept, and read back. Throws what `inspectFile` throws; nothing of a refused file stays.
 */
export async function receiveFile(content: Readable | Buffer, reception: Reception): Promise<ReceivedFile> {
  const { store, rules, spoolFolder, announce } = reception;
  const { path, size, sha256 } = await spool(content, spoolFolder, rules.maxBytes);
  try {
    const kind = await inspectSpooled(path, size, rules);
    await announce?.(sha256);
    const kept = await store.put(createReadStream(path));
    if (kept.sha256 !== sha256 || (await store.verify(sha256)) !== 'intact') throw new Error(`The bytes of ${sha256} were not kept as they came.`);
    return { ...kept, kind, ...FILE_KINDS[kind] };
  } finally {
    await rm(path, { force: true });
  }
}

async function inspectSpooled(path: string, size: number, rules: FileRules): Promise<FileKind> {
  const handle = await open(path, 'r');
  try {
    return await inspectFile(bytesOfFile(handle, size), rules);
  } finally {
    await handle.close();
  }
}
