import { fileTypeFromBuffer } from 'file-type/core';
import type { ByteSource } from './byte-source.js';
import type { ZipEntry } from './zip-directory.js';

/** What the product accepts at all; a rule for one kind of attachment names some of these. */
export const FILE_KINDS = {
  pdf: { mime: 'application/pdf', extension: 'pdf' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extension: 'pptx' },
  png: { mime: 'image/png', extension: 'png' },
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  webp: { mime: 'image/webp', extension: 'webp' },
  mp4: { mime: 'video/mp4', extension: 'mp4' },
} as const;

export type FileKind = keyof typeof FILE_KINDS;

/** More than every signature needs; the rest of the file is not read to tell its kind. */
const HEAD = 16_384;

const OFFICE: readonly (readonly [FileKind, RegExp])[] = [
  ['docx', /^word\/document\d*\.xml$/],
  ['xlsx', /^xl\/workbook\d*\.xml$/],
  ['pptx', /^ppt\/presentation\d*\.xml$/],
];

export const looksLikeZip = (head: Buffer): boolean => head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;

/** Which office format an archive is, by the parts that it must have; undefined for any other archive. */
export function officeKind(entries: readonly ZipEntry[]): FileKind | undefined {
  if (!entries.some((entry) => entry.name === '[Content_Types].xml')) return undefined;
  const found = OFFICE.filter(([, part]) => entries.some((entry) => part.test(entry.name)));
  // Two main parts would let two programmes see two different documents.
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** Macros, ActiveX controls: parts that run. */
export const carriesCode = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$/i.test(name) || /(?:^|\/)activeX\//i.test(name));

/** The kind of a file that is no archive, by its content; undefined when it is none of ours. */
export async function signatureKind(bytes: ByteSource): Promise<FileKind | undefined> {
  const detected = await fileTypeFromBuffer(await bytes.read(0, HEAD));
  const kinds = Object.keys(FILE_KINDS) as FileKind[];
  return kinds.find((kind) => FILE_KINDS[kind].mime === detected?.mime);
}
