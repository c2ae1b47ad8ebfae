import { PDFDocument, PDFName, StandardFonts, type PDFContext, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

type Literal = Parameters<PDFContext['stream']>[1];
type Draw = (page: PDFPage, pdf: PDFDocument, font: PDFFont) => void;

/** Adds operations of a page as they are written in the file. */
function write(page: PDFPage, operations: string): void {
  page.node.addContentStream(page.doc.context.register(page.doc.context.stream(operations)));
}

function form(pdf: PDFDocument, operations: string, more: Literal = {}) {
  return pdf.context.register(pdf.context.stream(operations, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 200], ...more }));
}

function remark(page: PDFPage, pdf: PDFDocument, dict: Literal): void {
  page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(pdf.context.obj({ Type: 'Annot', Rect: [10, 10, 110, 30], F: 4, ...dict }))]));
}

function resource(page: PDFPage, kind: string, entry: NonNullable<Literal>): void {
  page.node.Resources()!.set(PDFName.of(kind), page.doc.context.obj(entry));
}

const squares = (count: number, size: number) => Array.from({ length: count }, (_, at) => `${20 + (at % 20) * (size + 2)} ${20 + Math.floor(at / 20) * (size + 2)} ${size} ${size} re f`).join('\n');

/** What nobody has read, by how it comes onto the page. */
export const DRAWN: Readonly<Record<string, Draw>> = {
  'a curve': (page) => page.drawCircle({ x: 50, y: 50, size: 20 }),
  'a leaning line': (page) => page.drawSvgPath('M 0,0 L 20,30', { x: 10, y: 100 }),
  'a curve that only cuts out what is filled': (page) => write(page, 'q 10 10 m 20 40 40 40 50 10 c h W n 0 0 100 100 re f Q'),
  'the outline of a sign': (page) => write(page, '20 20 m 60 20 l 60 30 l 45 30 l 45 60 l 60 60 l 60 70 l 20 70 l 20 60 l 35 60 l 35 30 l 20 30 l h f'),
  'a code of many squares': (page) => write(page, squares(200, 3)),
  'the same code, drawn large and made small': (page) => write(page, `q 0.1 0 0 0.1 0 0 cm ${squares(200, 30)} Q`),
  'a table that stands askew': (page) => write(page, 'q 0.9 0.1 -0.1 0.9 0 0 cm 20 20 100 50 re S Q'),
  'a drawing within a form': (page, pdf) => {
    resource(page, 'XObject', { Mark: form(pdf, '0 0 m 30 40 l S') });
    write(page, '/Mark Do');
  },
  'a picture written into the page itself': (page) => write(page, 'q 40 0 0 40 20 20 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x01\xf0\x90\x03 EI Q'),
  'a pattern': (page, pdf) => {
    const cell = pdf.context.stream('0 0 5 5 re f', { Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9, Resources: {} });
    resource(page, 'Pattern', { Cell: pdf.context.register(cell) });
    write(page, '/Pattern cs /Cell scn 20 20 100 50 re f');
  },
  'the words of a stamp': (page, pdf, font) => remark(page, pdf, { Subtype: 'Stamp', AP: { N: form(pdf, 'BT /F1 12 Tf 2 2 Td (Li Mulan Centre) Tj ET', { Resources: { Font: { F1: font.ref } } }) } }),
  'a line drawn by hand over the page': (page, pdf) => remark(page, pdf, { Subtype: 'Ink', AP: { N: form(pdf, '0 0 m 30 14 l 50 2 l S') } }),
  'letters that are drawings themselves': (page, pdf) => {
    const letter = pdf.context.register(pdf.context.stream('500 0 0 0 500 500 d1 0 0 500 500 re f'));
    const own = { Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 500, 500], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: { a: letter }, Encoding: { Type: 'Encoding', Differences: [97, 'a'] }, FirstChar: 97, LastChar: 97, Widths: [500], Resources: {} };
    resource(page, 'Font', { Own: own });
    write(page, 'BT /Own 30 Tf 20 20 Td (aaa) Tj ET');
  },
  'what the reader could not make out and passed over': (page) => write(page, '/Gone gs 0 0 m 30 0 l S'),
};

const TABLE = Array.from({ length: 30 }, (_, at) => `20 ${20 + at * 8} 360 0.5 re f 20 ${20 + at * 8} 0.5 0.5 re f ${20 + at * 12} 20 0.5 240 re f`).join('\n');

/** What rules a page and tells nothing. */
export const RULED: Readonly<Record<string, Draw>> = {
  'nothing else': () => undefined,
  'the lines of a table, piece by piece': (page) => write(page, TABLE),
  'a coloured box and a line under a title': (page) => write(page, '0.9 g 20 20 300 60 re f 0 G 20 90 m 300 90 l S'),
  'boxes to tick': (page) => write(page, squares(24, 9).replaceAll('re f', 're S')),
  'words within a form': (page, pdf, font) => {
    resource(page, 'XObject', { Head: form(pdf, 'BT /F1 12 Tf 2 2 Td (A heading) Tj ET', { Resources: { Font: { F1: font.ref } } }) });
    write(page, '/Head Do');
  },
  'a link': (page, pdf) => remark(page, pdf, { Subtype: 'Link', Border: [0, 0, 1] }),
};

/** Two pages that say something; on the second stands what is drawn. */
export async function aDrawnPdf(draw: Draw): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of ['A class for mothers', 'Forty meetings']) pdf.addPage([400, 300]).drawText(words, { x: 20, y: 270, size: 14, font });
  draw(pdf.getPage(1), pdf, font);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
