import { startOfTail } from '#libs/characters';
import { FILE_KINDS } from './file-kind.js';
import type { FileKind } from './file-kind.js';

const MAX_CHARACTERS = 80;

/**
 * A name to show and to offer for download, made from what a client called its file: no folders, no
 * control or direction-changing characters, nothing that a file system reserves, and the extension of
 * what the file really is. It is never used to find or to store the file.
 */
export function downloadName(clientName: string, kind: FileKind): string {
  const last = clientName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/["<>:|?*%;]/g, '_')
    .replace(/^[\s.]+/, '');
  const short = [...stem.slice(0, startOfTail(stem, /[\s.]/))].slice(0, MAX_CHARACTERS).join('');
  return `${short === '' ? '文件' : short}.${FILE_KINDS[kind].extension}`;
}

/** Percent-encodes for RFC 8187; `encodeURIComponent` leaves four characters that the grammar forbids. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** The `Content-Disposition` of a download: always an attachment, so that a browser never renders it in place. */
export function attachmentHeader(name: string): string {
  const extension = /\.[a-z0-9]+$/.exec(name)?.[0] ?? '';
  return `attachment; filename="file${extension}"; filename*=UTF-8''${encode(name.replace(/\p{Cs}/gu, ''))}`;
}
