import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

/** One file of an archive. Its bytes are asked for twice: once for their checksum, which stands before them, and once to be sent. */
export interface ZippedFile {
  /** With `/` between folders; UTF-8, which every archiver of this century reads. */
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Promise<Readable> | Readable;
}

const LOCAL = 30;
const LISTED = 46;
const END = 22;
const UTF8 = 0x0800;
/** 1 January 1980: an archive of the same files is the same archive. */
const DAY = 0x0021;
const MOST_BYTES = 0xffff_fffe;
const MOST_FILES = 0xffff;

/** How long the archive will be, to the byte: a browser can then say how far a download has come. */
export const zipLength = (files: readonly Pick<ZippedFile, 'name' | 'bytes'>[]): number =>
  files.reduce((sum, { name, bytes }) => sum + LOCAL + LISTED + 2 * Buffer.byteLength(name) + bytes, END);

/**
 * An archive as a stream that holds one part of one file in memory. Files are stored as they are: what is handed in (PDF, pictures, office files)
 * is compressed already, and so its length is known before it begins.
 * @throws RangeError beyond 4 GB or 65,535 files; the stream fails where a file is not as long as it was said to be
 */
export function streamZip(files: readonly ZippedFile[]): Readable {
  if (files.length > MOST_FILES || zipLength(files) > MOST_BYTES) throw new RangeError('the archive is too large');
  return Readable.from(partsOf(files), { objectMode: false });
}

async function* partsOf(files: readonly ZippedFile[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const fields = fieldsOf(await checksumOf(file), file.bytes, name.length);
    yield Buffer.concat([Buffer.from('PK\x03\x04'), fields, name]);
    yield* asLongAsSaid(file);
    directory.push(listed(fields, offset, name));
    offset += LOCAL + name.length + file.bytes;
  }
  const list = Buffer.concat(directory);
  yield Buffer.concat([list, endOf(files.length, list.length, offset)]);
}

async function checksumOf(file: ZippedFile): Promise<number> {
  let sum = 0;
  for await (const part of asLongAsSaid(file)) sum = crc32(part, sum);
  return sum;
}

async function* asLongAsSaid({ name, bytes, open }: ZippedFile): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const part of (await open()) as AsyncIterable<Buffer>) {
    length += part.length;
    yield part;
  }
  if (length !== bytes) throw new Error(`${name} has ${length} bytes instead of ${bytes}`);
}

/** What the header before the bytes and the directory behind them say alike. */
function fieldsOf(sum: number, bytes: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(LOCAL - 4);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8, 2);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(sum >>> 0, 10);
  fields.writeUInt32LE(bytes, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function listed(fields: Buffer, offset: number, name: Buffer): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(END);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
