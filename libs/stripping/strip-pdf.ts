import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { stripJpeg } from './strip-picture.js';
import { Unstrippable } from './unstrippable.js';

/** Entries of any dictionary that tell of makers, programmes, earlier states and attached files; none of them draws anything. */
const DROPPED = ['Metadata', 'PieceInfo', 'LastModified', 'AF', 'EmbeddedFiles', 'Collection', 'Threads', 'Perms', 'DSS', 'Extensions'];
/** Who wrote a remark, and when. */
const OF_REMARKS = ['T', 'NM', 'M', 'CreationDate'];
const MOST_OBJECTS = 200_000;

/**
 * A PDF with its pages and nothing that tells of its makers. It is written anew with what its pages need: information, XMP, attached
 * files and whatever an earlier version left behind are not in it.
 */
export async function stripPdf(content: Buffer): Promise<Buffer> {
  const pdf = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: false });
  if (!content.includes('/Pages') && !content.includes('/ObjStm')) throw new Unstrippable('no pages');
  if (pdf.getPageCount() === 0) throw new Unstrippable('no pages');
  if (pdf.isEncrypted) throw new Unstrippable('encrypted');
  const { context } = pdf;
  delete (context.trailerInfo as { Info?: unknown }).Info;
  delete (context.trailerInfo as { ID?: unknown }).ID;
  for (const dict of dictsOf(context)) clean(dict);
  for (const [, object] of context.enumerateIndirectObjects()) if (object instanceof PDFRawStream) cleanPicture(object);
  dropUnreachable(context);
  return Buffer.from(await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }));
}

function* dictsOf(context: PDFContext): Generator<PDFDict> {
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let at = 0; at < waiting.length; at += 1) {
    if (at > MOST_OBJECTS) throw new Unstrippable('too many objects');
    const object = waiting[at]!;
    if (object instanceof PDFDict || object instanceof PDFStream) yield object instanceof PDFDict ? object : object.dict;
    waiting.push(...inside(object).filter((one) => !(one instanceof PDFRef)));
  }
}

function inside(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}

function clean(dict: PDFDict): void {
  for (const name of DROPPED) dict.delete(PDFName.of(name));
  const subtype = dict.get(PDFName.of('Subtype'));
  const isRemark = dict.has(PDFName.of('Rect')) && subtype !== PDFName.of('Widget');
  if (isRemark) for (const name of OF_REMARKS) dict.delete(PDFName.of(name));
}

/** A photograph inside a page brings its own EXIF along. */
function cleanPicture(stream: PDFRawStream): void {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  if (names.length !== 1 || names[0] !== PDFName.of('DCTDecode')) return;
  (stream as { contents: Uint8Array }).contents = stripJpeg(Buffer.from(stream.contents));
}

function dropUnreachable(context: PDFContext): void {
  const reached = new Set<string>();
  const waiting: PDFObject[] = [context.trailerInfo.Root as PDFObject];
  for (let at = 0; at < waiting.length; at += 1) {
    const object = waiting[at];
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue;
      reached.add(object.tag);
      const target = context.lookup(object);
      if (target) waiting.push(target);
    } else if (object) waiting.push(...inside(object));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref);
}
