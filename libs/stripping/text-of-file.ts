import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import JSZip from 'jszip';
import type { FileKind } from '#libs/files';
import { pagesOfPdf } from './read-pdf.js';
import { localName, textOf, xmlTokens } from './xml-tokens.js';

export interface ReadText {
  readonly text: string;
  /** Something in it is seen and not read: a picture, a page that was scanned. */
  readonly unread: boolean;
}

const OFFICE: readonly FileKind[] = ['docx', 'xlsx', 'pptx'];

/** Every word of a file that a programme can read, wherever it stands in it: also in remarks, headers, links and alternative texts. */
export async function textOfFile(kind: FileKind, content: Buffer): Promise<ReadText> {
  if (kind === 'pdf') return textOfPdf(content);
  return OFFICE.includes(kind) ? textOfOffice(content) : { text: '', unread: true };
}

async function textOfPdf(content: Buffer): Promise<ReadText> {
  const pages = await pagesOfPdf(content);
  const { strings, pictured } = await objectsOf(content);
  return { text: [...(pages ?? []), ...strings].join('\n'), unread: pictured || pages === null || pages.some((page) => page.trim() === '') };
}

/** Titles of bookmarks, remarks, values of forms, alternative texts, addresses of links; and whether there is a picture among them. */
async function objectsOf(content: Buffer): Promise<{ strings: string[]; pictured: boolean }> {
  const { context } = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: false });
  const strings: string[] = [];
  let pictured = false;
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let at = 0; at < waiting.length; at += 1) {
    const object = waiting[at]!;
    if (object instanceof PDFString || object instanceof PDFHexString) strings.push(object.decodeText());
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) {
      pictured ||= object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
      waiting.push(...object.dict.values());
    }
  }
  return { strings, pictured };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** What is seen in a file and cannot be read: pictures, and files within it. */
const SEEN_ONLY = /\.(jpe?g|png|gif|bmp|emf|wmf|docx|xlsx|pptx)$/i;

/** A word may be cut into several runs: the marks between them are left out, so that it reads as one. */
async function textOfOffice(content: Buffer): Promise<ReadText> {
  const zip = await JSZip.loadAsync(content);
  const texts: string[] = [];
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir || !/\.(xml|rels|vml)$/i.test(name)) continue;
    texts.push(...textsOfPart(await entry.async('string')));
  }
  return { text: texts.join('\n'), unread: Object.keys(zip.files).some((name) => SEEN_ONLY.test(name)) };
}

/** After these a word is over: paragraphs, and the cells and rows of a spreadsheet. */
const ENDING = new Set(['p', 'si', 'c', 'row']);

/** What is read in a part, and what its tags say that could name somebody. */
function textsOfPart(xml: string): [string, string] {
  const read: string[] = [];
  const values: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') read.push(textOf(token));
    else if (token.kind === 'close' && ENDING.has(localName(token.name))) read.push('\n');
    // Remarks to programmes are read like values: a name could stand in them as well.
    else values.push(...(token.kind === 'comment' || token.kind === 'other' ? [token.raw] : token.attributes.map(([, value]) => value)));
  }
  return [plain(read.join('')), plain(values.filter((value) => /[\p{Script=Han}@]|\d{7}/u.test(value)).join('\n'))];
}
