import { invalid, say } from '#libs/errors';
import type { ByteSource } from './byte-source.js';
import { FILE_KINDS, carriesCode, looksLikeZip, officeKind, signatureKind } from './file-kind.js';
import type { FileKind } from './file-kind.js';
import { imageSize, isImageKind } from './image-size.js';
import type { ImageKind } from './image-size.js';
import { tooLarge } from './spool.js';
import { ZIP_LIMITS, readZipDirectory } from './zip-directory.js';
import type { ZipLimits } from './zip-directory.js';

/** What may be handed in at one place. */
export interface FileRules {
  readonly accept: readonly FileKind[];
  readonly maxBytes: number;
  /** Width times height of a picture; 40 million when left out. */
  readonly maxPixels?: number;
  readonly zip?: ZipLimits;
}

const MAX_PIXELS = 40_000_000;

const notAccepted = (rules: FileRules): Error =>
  invalid(
    'file.kind-not-accepted',
    say('不接受这种文件，请提交：{accepted}', 'This kind of file is not accepted; please hand in: {accepted}'),
    { accepted: rules.accept.map((kind) => FILE_KINDS[kind].extension) },
  );

async function archiveKind(bytes: ByteSource, rules: FileRules): Promise<FileKind | undefined> {
  const entries = await readZipDirectory(bytes, rules.zip ?? ZIP_LIMITS);
  if (carriesCode(entries)) {
    throw invalid('file.carries-code', say('文件含有宏或控件，请另存为不含宏的文件', 'The file carries macros or controls; save it without them'));
  }
  return officeKind(entries);
}

async function checkPixels(bytes: ByteSource, kind: ImageKind, maxPixels: number): Promise<void> {
  const pixels = await imageSize(bytes, kind);
  if (pixels === undefined || pixels.width === 0 || pixels.height === 0) {
    throw invalid('file.image-broken', say('图片文件已损坏', 'The picture is broken'));
  }
  if (pixels.width * pixels.height > maxPixels) {
    throw invalid(
      'file.image-too-large',
      say('图片尺寸过大：{width}×{height}像素', 'The picture is too large: {width} × {height} pixels'),
      { ...pixels, maxPixels },
    );
  }
}

/**
 * Tells what a file is by its content alone — neither its name nor the type that the client declares is
 * asked — and refuses what the rules do not accept. Nothing is unpacked or decoded: an archive is judged
 * by its directory, a picture by its header.
 * Throws `file.empty`, `file.too-large`, `file.kind-not-accepted`, `file.archive-bomb`,
 * `file.archive-broken`, `file.carries-code`, `file.image-broken`, `file.image-too-large`.
 */
export async function inspectFile(bytes: ByteSource, rules: FileRules): Promise<FileKind> {
  if (bytes.size === 0) throw invalid('file.empty', say('文件是空的', 'The file is empty'));
  if (bytes.size > rules.maxBytes) throw tooLarge(rules.maxBytes);
  const isZip = looksLikeZip(await bytes.read(0, 4));
  const kind = isZip ? await archiveKind(bytes, rules) : await signatureKind(bytes);
  if (kind === undefined || !rules.accept.includes(kind)) throw notAccepted(rules);
  if (isImageKind(kind)) await checkPixels(bytes, kind, rules.maxPixels ?? MAX_PIXELS);
  return kind;
}
