import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { invalid, say } from '#libs/errors';
import { bytesOf, readZipDirectory, unpackEntry, ZIP_LIMITS } from '#libs/files';

/** What stands in a document, in its order: a paragraph outside every table, or a table with the text of its cells. */
export type ReadBlock = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'table'; readonly rows: string[][] };

const MAX_UNPACKED = 52_428_800;
const MAX_TEXT = 20_971_520;
const MAX_CELLS = 20_000;
const MAX_DEPTH = 200;
const CHUNK = 262_144;

const unreadable = (reason: string): Error =>
  invalid('word.unreadable', say('无法读取该文档，请另存为 docx 后重试', 'The document cannot be read; save it as docx and try again'), { reason });

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Deleted with changes tracked, codes of fields, and what older programmes show instead of a picture. */
const LEFT_OUT: ReadonlySet<string> = new Set(['del', 'instrText', 'Fallback']);
const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: ' ' };

/** Gathers text; a table inside a table counts as text of the outer one's cell, and what was deleted with changes tracked is left out. */
class DocumentReader {
  readonly blocks: ReadBlock[] = [];
  private rows: string[][] | null = null;
  private cell: string[] | null = null;
  private line = '';
  private depth = 0;
  private tables = 0;
  private cells = 0;
  private skipped = 0;
  private inText = false;

  open(name: string): void {
    if ((this.depth += 1) > MAX_DEPTH) throw unreadable('depth');
    if (LEFT_OUT.has(name)) this.skipped += 1;
    else if (name === 'tbl') this.openTable();
    else if (name === 't') this.inText = true;
    else if (this.tables === 1) this.openInTable(name);
    this.line += BREAKS[name] ?? '';
  }

  text(text: string): void {
    if (this.inText && this.skipped === 0) this.line += text;
  }

  close(name: string): void {
    this.depth -= 1;
    if (name === 't') this.inText = false;
    else if (LEFT_OUT.has(name)) this.skipped -= 1;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.closeTable();
    else if (name === 'tc' && this.tables === 1) this.closeCell();
  }

  private openTable(): void {
    this.tables += 1;
    if (this.tables === 1) this.rows = [];
  }

  private openInTable(name: string): void {
    if (name === 'tr') this.rows?.push([]);
    if (name === 'tc') this.cell = [];
  }

  private closeParagraph(): void {
    const line = this.line.normalize('NFC');
    this.line = '';
    if (this.cell) this.cell.push(line);
    else if (this.tables === 0 && line.trim() !== '') this.blocks.push({ kind: 'text', text: line.trim() });
  }

  private closeCell(): void {
    if ((this.cells += 1) > MAX_CELLS) throw unreadable('cells');
    this.rows?.at(-1)?.push((this.cell ?? []).join('\n').trim());
    this.cell = null;
  }

  private closeTable(): void {
    this.tables -= 1;
    if (this.tables > 0 || !this.rows) return;
    this.blocks.push({ kind: 'table', rows: this.rows });
    this.rows = null;
  }
}

/**
 * The text of a docx, paragraphs and tables, and nothing else of it: no styles, fields, links or macros are looked at. Its archive is judged
 * by its directory before anything is unpacked.
 * Throws `file.archive-bomb`, `file.archive-broken`, `word.unreadable`.
 */
export async function readDocx(content: Buffer): Promise<ReadBlock[]> {
  const bytes = bytesOf(content);
  const entries = await readZipDirectory(bytes, { ...ZIP_LIMITS, maxUnpackedBytes: MAX_UNPACKED });
  const main = entries.find(({ name }) => name === 'word/document.xml');
  if (!main || main.unpackedSize > MAX_TEXT) throw unreadable(main ? 'size' : 'no document');
  const reader = new DocumentReader();
  await parse(await unpackEntry(bytes, main), reader);
  return reader.blocks;
}

async function parse(xml: Buffer, reader: DocumentReader): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw unreadable(error.message);
  });
  parser.on('doctype', () => {
    throw unreadable('document type');
  });
  parser.on('opentag', (tag) => reader.open(local(tag.name)));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('closetag', (tag) => reader.close(local(tag.name)));
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(decoder.decode(xml.subarray(at, at + CHUNK), { stream: true }));
    await setImmediate();
  }
  parser.write(decoder.decode()).close();
}
