import { BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions } from 'docx';
import type { Block } from './block.js';

const FONT = { ascii: 'Calibri', eastAsia: '微软雅黑', hAnsi: 'Calibri' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9B4AA' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const MARGINS = { top: 90, bottom: 90, left: 120, right: 120 };
const WHOLE = { size: 100, type: WidthType.PERCENTAGE };
const SHADED = { type: ShadingType.CLEAR, fill: 'F1EEE8', color: 'auto' };
/** What XML cannot carry and no person types. */
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu;

const clean = (text: string): string => text.replace(UNPRINTABLE, '');

const paragraph = (text: string, look: { bold?: boolean; size?: number; color?: string } = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ text: clean(text), size: look.size ?? 21, font: FONT, ...(look.bold ? { bold: true } : {}), ...(look.color ? { color: look.color } : {}) })] });

const note = (text: string): Paragraph => paragraph(text, { size: 18, color: '5B6068' });

function plain({ kind, text }: Extract<Block, { text: string }>): Paragraph {
  if (kind === 'title') return paragraph(text, { bold: true, size: 34 }, { heading: HeadingLevel.TITLE, spacing: { after: 120 } });
  if (kind === 'heading') return paragraph(text, { bold: true, size: 26 }, { heading: HeadingLevel.HEADING_1, spacing: { before: 360, after: 120 } });
  return kind === 'note' ? note(text) : paragraph(text, {}, { spacing: { after: 80 } });
}

const head = (title: string, notes: readonly string[], columnSpan = 1): TableRow =>
  new TableRow({ cantSplit: true, children: [new TableCell({ shading: SHADED, margins: MARGINS, columnSpan, children: [paragraph(title, { bold: true }), ...notes.map(note)] })] });

function box({ title, notes, lines, room = 1 }: Extract<Block, { kind: 'box' }>): Table {
  const filled = lines.length > 0 ? lines : Array.from({ length: room }, () => '');
  const answer = new TableRow({ children: [new TableCell({ margins: MARGINS, children: filled.map((line) => paragraph(line)) })] });
  return new Table({ width: WHOLE, borders: BORDERS, rows: [head(title, notes), answer] });
}

function grid({ title, notes, columns, rows }: Extract<Block, { kind: 'grid' }>): Table {
  const row = (cells: readonly string[], bold: boolean) =>
    new TableRow({ children: columns.map((_, at) => new TableCell({ margins: MARGINS, ...(bold ? { shading: SHADED } : {}), children: (cells[at] ?? '').split('\n').map((line) => paragraph(line, { bold })) })) });
  return new Table({ width: WHOLE, borders: BORDERS, rows: [head(title, notes, columns.length), row(columns, true), ...rows.map((cells) => row(cells, false))] });
}

const footer = (text: string): Footer =>
  new Footer({ children: [new Paragraph({ children: [new TextRun({ text: `${clean(text)}  `, size: 16, font: FONT }), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })] })] });

/** What `writeDocx` promises. */
export async function composeDocx(blocks: readonly Block[], foot: string): Promise<Buffer> {
  const children = blocks.flatMap((block) => {
    if (block.kind === 'box') return [box(block), paragraph('', { size: 12 })];
    return block.kind === 'grid' ? [grid(block), paragraph('', { size: 12 })] : [plain(block)];
  });
  const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } };
  return Packer.toBuffer(new Document({ sections: [{ properties: { page }, footers: { default: footer(foot) }, children }] }));
}
