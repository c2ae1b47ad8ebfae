import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, fileAbsent, shardedKey } from './file-store.js';
import type { PutOptions, StoredFile, Verification } from './file-store.js';
import { hashOf, spool } from './spool.js';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Files in a folder outside any web root. A file appears by one rename of bytes already synced, and the
 * folder is synced after it: after a power cut it is there whole or not at all.
 */
export class LocalDiskFiles extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  override async put(content: Readable | Buffer, options: PutOptions = {}): Promise<StoredFile> {
    const { path, sha256, size } = await spool(content, join(this.root, 'incoming'), options.maxBytes);
    const target = this.pathOf(sha256);
    try {
      await mkdir(dirname(target), { recursive: true });
      await rename(path, target);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    await this.syncUpwards(dirname(target));
    return { sha256, size };
  }

  override async open(sha256: string): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(sha256), 'r');
      return handle.createReadStream();
    } catch (error) {
      throw isMissing(error) ? fileAbsent(sha256) : error;
    }
  }

  override async has(sha256: string): Promise<boolean> {
    try {
      await access(this.pathOf(sha256));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  override async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  override async verify(sha256: string): Promise<Verification> {
    if (!(await this.has(sha256))) return 'absent';
    return (await hashOf(await this.open(sha256))) === sha256 ? 'intact' : 'damaged';
  }

  private pathOf(sha256: string): string {
    return join(this.root, shardedKey(sha256));
  }

  /** A new shard is itself an entry of its parent, and that of the root. */
  private async syncUpwards(shard: string): Promise<void> {
    await syncFolder(shard);
    await syncFolder(dirname(shard));
    await syncFolder(this.root);
  }
}
