import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { LocalDiskFiles } from '#libs/files';
import type { FileStore } from '#libs/files';
import { ObjectServer } from './object-server.fixture.js';
import { S3Files } from './s3-files.js';

interface Subject {
  store: FileStore;
  /** Overwrites the kept bytes behind the store's back. */
  damage(sha256: string): Promise<void>;
  /** The names of uploads that were begun and not finished. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

const shard = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

async function onDisk(): Promise<Subject> {
  const root = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    store: new LocalDiskFiles(root),
    damage: (sha256) => writeFile(join(root, shard(sha256)), 'damaged'),
    leftovers: () => readdir(join(root, 'incoming')),
    close: () => rm(root, { recursive: true }),
  };
}

async function onS3(): Promise<Subject> {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'spool-'));
  const server = new ObjectServer();
  const endpoint = await server.start();
  const place = { endpoint, region: 'cn-local', bucket: 'kept', prefix: 'test', spoolFolder };
  const store = new S3Files({ ...place, accessKeyId: 'test', secretAccessKey: 'test-only' });
  return {
    store,
    damage: async (sha256) => void server.objects.set(`/kept/test/${shard(sha256)}`, Buffer.from('damaged')),
    leftovers: () => readdir(spoolFolder),
    close: async () => {
      expect(server.unsigned).toBe(0);
      store.close();
      await server.stop();
      await rm(spoolFolder, { recursive: true });
    },
  };
}

const read = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray());
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const nowhere = 'f'.repeat(64);

describe.each([
  ['LocalDiskFiles', onDisk],
  ['S3Files', onS3],
])('%s keeps the promises of a file store', (_name, open) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  it('keeps a buffer under the hash of its bytes', async () => {
    const bytes = Buffer.from('章程（2026年版）');
    const kept = await subject.store.put(bytes);
    expect(kept).toEqual({ sha256: sha256Of(bytes), size: bytes.length });
    expect(await read(await subject.store.open(kept.sha256))).toEqual(bytes);
  });

  it('keeps a stream of many parts byte for byte', async () => {
    const parts = Array.from({ length: 40 }, () => randomBytes(50_000));
    const bytes = Buffer.concat(parts);
    const kept = await subject.store.put(Readable.from(parts));
    expect(kept).toEqual({ sha256: sha256Of(bytes), size: 2_000_000 });
    expect((await read(await subject.store.open(kept.sha256))).equals(bytes)).toBe(true);
  });

  it('keeps an empty file', async () => {
    const kept = await subject.store.put(Buffer.alloc(0));
    expect(kept.size).toBe(0);
    expect(await read(await subject.store.open(kept.sha256))).toHaveLength(0);
  });

  it('keeps the same bytes once, also when they arrive at the same time', async () => {
    const bytes = randomBytes(10_000);
    const kept = await Promise.all([1, 2, 3, 4].map(() => subject.store.put(bytes)));
    expect(new Set(kept.map((one) => one.sha256)).size).toBe(1);
    expect(await subject.store.verify(sha256Of(bytes))).toBe('intact');
  });

  it('refuses more bytes than allowed and leaves nothing behind', async () => {
    const parts = [randomBytes(600), randomBytes(600)];
    await expect(subject.store.put(Readable.from(parts), { maxBytes: 1000 })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'file.too-large',
    });
    expect(await subject.store.has(sha256Of(Buffer.concat(parts)))).toBe(false);
    expect(await subject.leftovers()).toEqual([]);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(500);
        throw new Error('connection lost');
      })(),
    );
    await expect(subject.store.put(broken)).rejects.toThrow('connection lost');
    expect(await subject.leftovers()).toEqual([]);
  });

  it('says that a file is absent', async () => {
    expect(await subject.store.has(nowhere)).toBe(false);
    expect(await subject.store.verify(nowhere)).toBe('absent');
    await expect(subject.store.open(nowhere)).rejects.toMatchObject({ kind: 'absent', code: 'file.absent' });
  });

  it('removes, and removing again is no error', async () => {
    const { sha256 } = await subject.store.put(randomBytes(20));
    await subject.store.remove(sha256);
    await subject.store.remove(sha256);
    expect(await subject.store.has(sha256)).toBe(false);
  });

  it('notices damage, and a repeated put heals it', async () => {
    const bytes = randomBytes(2000);
    const { sha256 } = await subject.store.put(bytes);
    await subject.damage(sha256);
    expect(await subject.store.verify(sha256)).toBe('damaged');
    await subject.store.put(bytes);
    expect(await subject.store.verify(sha256)).toBe('intact');
  });

  it.each(['../../etc/passwd', 'A'.repeat(64), 'ab', `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`])(
    'refuses %j as a hash',
    async (hash) => {
      const refusal = { code: 'file.hash-malformed' };
      await expect(subject.store.open(hash)).rejects.toMatchObject(refusal);
      await expect(subject.store.has(hash)).rejects.toMatchObject(refusal);
      await expect(subject.store.remove(hash)).rejects.toMatchObject(refusal);
    },
  );
});
