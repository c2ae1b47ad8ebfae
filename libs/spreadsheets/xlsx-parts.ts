import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { tidy, type TextForm } from './tidy.js';
import { unreadable } from './unreadable.js';

/** The events of one part of a workbook; names come without their namespace prefix. */
export interface PartEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const CHUNK = 262_144;
/** Normalising makes some characters eighteen; beyond this the strings are an attack on the memory. */
const MAX_GROWTH = 4;

/**
 * Reads one XML part. A document type is refused: no honest workbook has one, and entities are declared
 * there. Other work of the process is let in between, for a large part takes seconds.
 * Throws `sheet.unreadable`.
 */
export async function readPart(xml: Buffer, events: PartEvents): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw unreadable(error.message);
  });
  parser.on('doctype', () => {
    throw unreadable('document type');
  });
  parser.on('opentag', (tag) => events.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(decoder.decode(xml.subarray(at, at + CHUNK), { stream: true }));
    await setImmediate();
  }
  parser.write(decoder.decode()).close();
}

/** Sheets in their order: name and the id of the relation that leads to the part. */
export interface WorkbookPart {
  readonly sheets: { readonly name: string; readonly relation: string }[];
  /** Days are counted from 1904, as old Apple programmes did. */
  from1904: boolean;
}

export async function readWorkbook(xml: Buffer): Promise<WorkbookPart> {
  const workbook: WorkbookPart = { sheets: [], from1904: false };
  await readPart(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && relation !== undefined) workbook.sheets.push({ name: attributes['name'] ?? '', relation });
    },
  });
  return workbook;
}

/** Relation ids and the parts they lead to, as paths inside the archive. */
export async function readRelations(xml: Buffer): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(xml, {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Collects the text of `t` elements and leaves out the pronunciation (`rPh`) that East Asian sheets carry. */
export class RichText {
  private flat = '';
  private inText = false;
  private inPronunciation = false;

  open(name: string): void {
    if (name === 't') this.inText = true;
    if (name === 'rPh') this.inPronunciation = true;
  }

  add(text: string): void {
    if (this.inText && !this.inPronunciation) this.flat += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'rPh') this.inPronunciation = false;
  }

  take(): string {
    const taken = this.flat;
    this.flat = '';
    return taken;
  }
}

export async function readSharedStrings(xml: Buffer, form?: TextForm): Promise<string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  let length = 0;
  await readPart(xml, {
    open: (name) => rich.open(name),
    text: (text) => rich.add(text),
    close(name) {
      rich.close(name);
      if (name !== 'si') return;
      const text = tidy(rich.take(), form);
      length += text.length;
      if (length > xml.length * MAX_GROWTH) throw unreadable('strings grow');
      strings.push(text);
    },
  });
  return strings;
}

/** The formats that every programme knows by number and that mean a date or a time. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * A format speaks of time when a date letter stands outside its quotes, brackets and escapes. What is opened and never closed reaches to
 * the end: looking for each missing end anew would take a hostile workbook the square of its length.
 */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|\\.|_./g, '').replace(/general/gi, ''));

/** For each cell style by its number: whether it shows a date. */
export async function readDateStyles(xml: Buffer): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readPart(xml, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') custom.set(id, isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(custom.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
