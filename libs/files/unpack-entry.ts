import { inflateRawSync } from 'node:zlib';
import { invalid, say } from '#libs/errors';
import type { ByteSource } from './byte-source.js';
import type { ZipEntry } from './zip-directory.js';

/**
 * Unpacks one entry and never more than it declared: a directory that lies about a size is refused
 * (`file.archive-broken`) when the bytes go beyond it or stay short of it.
 */
export async function unpackEntry(bytes: ByteSource, entry: ZipEntry): Promise<Buffer> {
  const packed = await bytes.read(entry.dataOffset, entry.packedSize);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry.unpackedSize);
  if (unpacked.length !== entry.unpackedSize) throw lied();
  return unpacked;
}

function inflate(packed: Buffer, declared: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, declared) });
  } catch {
    throw lied();
  }
}

const lied = (): Error =>
  invalid('file.archive-broken', say('文件内部结构不正确，无法读取', 'The inner structure of the file is broken'), {
    reason: 'size differs from the directory',
  });
