import { invalid, say } from '#libs/errors';
import type { ByteSource } from './byte-source.js';

/** One file inside an archive, as the archive's own directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; no other method is accepted. */
  readonly method: 0 | 8;
  readonly packedSize: number;
  readonly unpackedSize: number;
  /** Where the packed bytes begin. */
  readonly dataOffset: number;
}

export interface ZipLimits {
  readonly maxEntries: number;
  /** The most bytes all entries together may declare. */
  readonly maxUnpackedBytes: number;
  /** The most an entry larger than one mebibyte may grow; office files stay well below 100. */
  readonly maxRatio: number;
}

export const ZIP_LIMITS: ZipLimits = { maxEntries: 2000, maxUnpackedBytes: 209_715_200, maxRatio: 200 };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** A data descriptor behind the packed bytes has at most 24 bytes. */
const MAX_GAP = 24;
const SMALL = 1_048_576;

interface Listed extends Omit<ZipEntry, 'dataOffset'> {
  readonly headerOffset: number;
}

const broken = (reason: string): Error =>
  invalid('file.archive-broken', say('文件内部结构不正确，无法读取', 'The inner structure of the file is broken'), { reason });

const bomb = (reason: string): Error =>
  invalid(
    'file.archive-bomb',
    say('文件解压后过大，已拒绝', 'The file would grow too large when unpacked and is refused'),
    { reason },
  );

async function findEnd(bytes: ByteSource): Promise<{ count: number; size: number; offset: number }> {
  const length = Math.min(bytes.size, 22 + 65_535);
  const start = bytes.size - length;
  const tail = await bytes.read(start, length);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (tail.readUInt32LE(at + 4) !== 0 || offset + size !== start + at) throw broken('directory misplaced');
    return { count, size, offset };
  }
  throw broken('no directory');
}

function checkName(name: string): void {
  const unsafe = name.startsWith('/') || /[\\\0]|^[A-Za-z]:/.test(name) || name.split('/').includes('..');
  if (unsafe) throw broken('unsafe name');
}

function listEntry(directory: Buffer, at: number): { entry: Listed; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw broken('directory cut');
  const method = directory.readUInt16LE(at + 10);
  if ((directory.readUInt16LE(at + 8) & 1) === 1) throw broken('encrypted');
  if (method !== 0 && method !== 8) throw broken('unknown compression');
  const nameLength = directory.readUInt16LE(at + 28);
  const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
  checkName(name);
  const entry: Listed = {
    name,
    method,
    packedSize: directory.readUInt32LE(at + 20),
    unpackedSize: directory.readUInt32LE(at + 24),
    headerOffset: directory.readUInt32LE(at + 42),
  };
  const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  return { entry, next };
}

function checkSizes(entries: readonly Listed[], limits: ZipLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.unpackedSize;
    const ratio = entry.unpackedSize / Math.max(1, entry.packedSize);
    if (entry.unpackedSize > SMALL && ratio > limits.maxRatio) throw bomb('ratio');
    if (entry.method === 0 && entry.packedSize !== entry.unpackedSize) throw broken('stored sizes differ');
  }
  if (total > limits.maxUnpackedBytes) throw bomb('size');
}

/** Where the packed bytes of an entry begin; its own header must repeat the directory's name. */
async function locate(bytes: ByteSource, entry: Listed): Promise<ZipEntry> {
  const name = Buffer.from(entry.name);
  const header = await bytes.read(entry.headerOffset, 30 + name.length);
  if (header.length < 30 + name.length || header.readUInt32LE(0) !== LOCAL) throw broken('header missing');
  if (header.readUInt16LE(26) !== name.length || !header.subarray(30).equals(name)) throw broken('names differ');
  const { headerOffset, ...rest } = entry;
  return { ...rest, dataOffset: headerOffset + 30 + name.length + header.readUInt16LE(28) };
}

/**
 * Reads the directory of an archive without unpacking anything. The entries must lie one behind the
 * other from the first byte to the directory: bytes that the directory does not name (something hidden
 * from it, another format in front) and entries that overlap (the densest bombs) are refused.
 * Throws `file.archive-broken` or `file.archive-bomb`.
 */
export async function readZipDirectory(bytes: ByteSource, limits: ZipLimits = ZIP_LIMITS): Promise<ZipEntry[]> {
  const end = await findEnd(bytes);
  if (end.count > limits.maxEntries || end.size > limits.maxEntries * 1024) throw bomb('entries');
  const directory = await bytes.read(end.offset, end.size);
  const listed: Listed[] = [];
  let at = 0;
  while (at < directory.length) {
    const { entry, next } = listEntry(directory, at);
    listed.push(entry);
    at = next;
  }
  if (listed.length !== end.count || new Set(listed.map((one) => one.name)).size !== end.count) throw broken('count');
  checkSizes(listed, limits);
  return placeEntries(bytes, listed, end.offset);
}

async function placeEntries(bytes: ByteSource, listed: Listed[], directoryOffset: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let reached = 0;
  for (const entry of listed.sort((a, b) => a.headerOffset - b.headerOffset)) {
    const gap = entry.headerOffset - reached;
    if (gap < 0 || gap > (entries.length === 0 ? 0 : MAX_GAP)) throw broken('gap or overlap');
    const placed = await locate(bytes, entry);
    entries.push(placed);
    reached = placed.dataOffset + placed.packedSize;
  }
  const rest = directoryOffset - reached;
  if (rest < 0 || rest > (entries.length === 0 ? 0 : MAX_GAP)) throw broken('gap or overlap');
  return entries;
}
