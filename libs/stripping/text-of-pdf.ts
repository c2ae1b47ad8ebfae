import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { pagesOfPdf } from './read-pdf.js';
import type { ReadText } from './read-text.js';

/** Entries that lead from what a page shows back to the page, to others, or to what nobody sees. */
const AWAY = new Set(['P', 'Parent', 'Dest', 'A', 'Popup', 'B'].map((name) => PDFName.of(name)));

/** Every word of a PDF, on its pages and in what lies beside them; and the pages that hold something else. */
export async function textOfPdf(content: Buffer): Promise<ReadText> {
  const pdf = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: false });
  const pages = await pagesOfPdf(content, picturedPages(pdf));
  const { strings, pictured } = besideText(pdf.context);
  const unreadPages = (pages ?? []).flatMap(({ unread }, at) => (unread ? [at + 1] : []));
  return { text: [...(pages ?? []).map(({ text }) => text), ...strings].join('\n'), unread: pictured || pages === null || unreadPages.length > 0, unreadPages };
}

const inside = (object: PDFObject): readonly PDFObject[] => {
  if (object instanceof PDFArray) return object.asArray();
  const dict = object instanceof PDFStream ? object.dict : object;
  return dict instanceof PDFDict ? dict.entries().flatMap(([name, value]) => (AWAY.has(name) ? [] : [value])) : [];
};

const isPicture = (object: PDFObject): boolean => object instanceof PDFStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');

function picturedPages(pdf: PDFDocument): number[] {
  return pdf.getPages().flatMap(({ node }, at) => (holdsPicture(pdf.context, [node.Resources(), node.Annots()]) ? [at + 1] : []));
}

/** Whether a picture is among what a page draws with, however deep it stands in forms and stamps. */
function holdsPicture(context: PDFContext, from: readonly (PDFObject | undefined)[]): boolean {
  const seen = new Set<PDFObject>();
  const waiting = from.filter((object) => object !== undefined);
  for (let at = 0; at < waiting.length; at += 1) {
    const object = waiting[at] instanceof PDFRef ? context.lookup(waiting[at]) : waiting[at];
    if (!object || seen.has(object)) continue;
    if (isPicture(object)) return true;
    seen.add(object);
    waiting.push(...inside(object));
  }
  return false;
}

/** Titles of bookmarks, remarks, values of forms, alternative texts, addresses of links; and whether there is a picture among them. */
function besideText(context: PDFContext): { strings: string[]; pictured: boolean } {
  const strings: string[] = [];
  let pictured = false;
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let at = 0; at < waiting.length; at += 1) {
    const object = waiting[at]!;
    if (object instanceof PDFString || object instanceof PDFHexString) strings.push(object.decodeText());
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) {
      pictured ||= isPicture(object);
      waiting.push(...object.dict.values());
    }
  }
  return { strings, pictured };
}
