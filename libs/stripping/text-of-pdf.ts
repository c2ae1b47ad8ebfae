import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import { pagesOfPdf } from './read-pdf.js';
import type { ReadText } from './read-text.js';

/** Every word of a PDF: on its pages and in what lies beside them. */
export async function textOfPdf(content: Buffer): Promise<ReadText> {
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
