import type { ByteSource } from './byte-source.js';

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** How many JPEG segments are looked at before the picture's size; real files have fewer than 100. */
const MAX_SEGMENTS = 500;

async function sizeOfPng(bytes: ByteSource): Promise<Pixels | undefined> {
  const head = await bytes.read(0, 24);
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** A start-of-frame marker; C4, C8 and CC lie in the same range and mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

async function sizeOfJpeg(bytes: ByteSource): Promise<Pixels | undefined> {
  let at = 2;
  for (let seen = 0; seen < MAX_SEGMENTS; seen += 1) {
    const segment = await bytes.read(at, 9);
    if (segment.length < 9 || segment[0] !== 0xff) return undefined;
    const marker = segment.readUInt8(1);
    if (isFrame(marker)) return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    // 0xff may be repeated as filling before a marker.
    at += marker === 0xff ? 1 : 2 + segment.readUInt16BE(2);
  }
  return undefined;
}

async function sizeOfWebp(bytes: ByteSource): Promise<Pixels | undefined> {
  const head = await bytes.read(0, 30);
  if (head.length < 30) return undefined;
  const form = head.toString('latin1', 12, 16);
  if (form === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (form === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (form !== 'VP8L') return undefined;
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

const READERS = { png: sizeOfPng, jpeg: sizeOfJpeg, webp: sizeOfWebp };

/** The formats whose size can be read from the header. */
export type ImageKind = keyof typeof READERS;

export const isImageKind = (kind: string): kind is ImageKind => Object.hasOwn(READERS, kind);

/** Width and height as the header declares them, without decoding; undefined when the header is broken. */
export function imageSize(bytes: ByteSource, kind: ImageKind): Promise<Pixels | undefined> {
  return READERS[kind](bytes);
}
