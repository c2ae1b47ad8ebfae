import { Unstrippable } from './unstrippable.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const COMMENT = 0xfe;

/** Markers that stand alone, with no length behind them. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * A JPEG with what draws it and nothing else: of the segments for applications the density (JFIF) and the colours (Adobe) stay, of EXIF
 * the way up alone. What follows the end of the picture goes.
 */
export function stripJpeg(content: Buffer): Buffer {
  if (content.readUInt16BE(0) !== 0xffd8) throw new Unstrippable('no JPEG');
  const segments = [...segmentsOf(content)];
  const turned = segments.flatMap(({ marker, body }) => (marker === APP1 ? (orientationOf(body) ?? []) : []))[0];
  const kept = segments.filter(({ marker }) => !isHidden(marker)).map(({ whole }) => whole);
  return Buffer.concat([content.subarray(0, 2), ...(turned !== undefined && turned > 1 ? [orientation(turned)] : []), ...kept, Buffer.from([0xff, END_OF_IMAGE])]);
}

/** Up to the end of the picture; the coded pixels belong to the segment that announces them. */
function* segmentsOf(content: Buffer): Generator<{ marker: number; body: Buffer; whole: Buffer }> {
  for (let at = 2; at < content.length;) {
    const { marker, start, end } = segmentAt(content, at);
    if (marker === END_OF_IMAGE) return;
    const last = marker === START_OF_SCAN ? endOfScan(content, end) : end;
    yield { marker, body: content.subarray(start, end), whole: content.subarray(at, last) };
    at = last;
  }
}

const isHidden = (marker: number): boolean => marker === COMMENT || (marker > APP0 && marker <= 0xef && marker !== APP14);

function segmentAt(content: Buffer, at: number): { marker: number; start: number; end: number } {
  if (content[at] !== 0xff) throw new Unstrippable('broken JPEG');
  const marker = content[at + 1]!;
  if (isBare(marker) || marker === END_OF_IMAGE) return { marker, start: at + 2, end: at + 2 };
  const length = content.readUInt16BE(at + 2);
  if (length < 2 || at + 2 + length > content.length) throw new Unstrippable('broken JPEG');
  return { marker, start: at + 4, end: at + 2 + length };
}

/** Coded pixels run to the next marker that is no stuffed byte and no restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0 && at + 1 < content.length; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1]!;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

const ORIENTATION = 0x0112;

/** Which way up, 1 to 8, as EXIF says it; null when it does not. */
function orientationOf(segment: Buffer): number | null {
  if (segment.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return null;
  const tiff = segment.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : null;
  }
  return null;
}

/** EXIF with one entry. */
function orientation(way: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000', 'hex');
  tiff.writeUInt16BE(way, 18);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.alloc(2)]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Of the optional chunks those that change how the picture looks. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);
const PNG_HEAD = 8;

export function stripPng(content: Buffer): Buffer {
  if (content.subarray(0, PNG_HEAD).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Unstrippable('no PNG');
  const kept: Buffer[] = [content.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    const kind = content.subarray(at + 4, at + 8).toString('latin1');
    if (end > content.length) throw new Unstrippable('broken PNG');
    if (PNG_KEPT.has(kind)) kept.push(content.subarray(at, end));
    if (kind === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new Unstrippable('broken PNG');
}

const RIFF_HEAD = 12;
const HAS_EXIF_XMP_ICC = 0x08 | 0x04 | 0x20;
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

export function stripWebp(content: Buffer): Buffer {
  if (content.subarray(0, 4).toString('latin1') !== 'RIFF' || content.subarray(8, RIFF_HEAD).toString('latin1') !== 'WEBP') throw new Unstrippable('no WebP');
  const kept: Buffer[] = [];
  for (let at = RIFF_HEAD; at + 8 <= content.length;) {
    const length = content.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const kind = content.subarray(at, at + 4).toString('latin1');
    if (at + 8 + length > content.length) throw new Unstrippable('broken WebP');
    if (WEBP_KEPT.has(kind)) kept.push(kind === 'VP8X' ? withoutFlags(content.subarray(at, end)) : content.subarray(at, end));
    at = end;
  }
  const head = Buffer.from(content.subarray(0, RIFF_HEAD));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = copy[8]! & ~HAS_EXIF_XMP_ICC;
  return copy;
}
