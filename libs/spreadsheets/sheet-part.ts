import { invalid, say } from '#libs/errors';
import { tidy, type TextForm } from './tidy.js';
import { unreadable } from './unreadable.js';
import { RichText, readPart } from './xlsx-parts.js';

/** A cell as it was typed or last computed; dates come as `2026-11-24` or `2026-11-24 09:30:00`. */
export type CellValue = string | number | boolean | null;

export interface ReadRow {
  /** The number that a person sees beside the row. */
  readonly number: number;
  readonly cells: CellValue[];
}

/** What the parts outside the sheet say about its cells. */
export interface SheetContext {
  /** Tidied already: many cells may name one string. */
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly textForm: TextForm;
}

const DAY_S = 86_400;
const UNTIL_1900_DAYS = 25_569;
const UNTIL_1904_DAYS = 24_107;

const tooMany = (what: 'rows' | 'columns', limit: number): Error =>
  what === 'rows'
    ? invalid('sheet.too-many-rows', say('表格超过{limit}行', 'The sheet has more than {limit} rows'), { limit })
    : invalid('sheet.too-many-columns', say('表格超过{limit}列', 'The sheet has more than {limit} columns'), { limit });

/** A day number as text. Day 60 is 29 February 1900, which never was; days before it are one off. */
function dateText(serial: number, from1904: boolean): string {
  const days = from1904 ? serial - UNTIL_1904_DAYS : serial - UNTIL_1900_DAYS + (serial < 60 ? 1 : 0);
  const instant = new Date(Math.round(days * DAY_S) * 1000);
  if (Number.isNaN(instant.getTime())) throw unreadable('date');
  const text = instant.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/** `BC12` -> 54: the column counted from nought. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) throw unreadable('cell reference');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function numberValue(raw: string, style: number, context: SheetContext): CellValue {
  const number = Number(raw);
  if (raw.trim() === '') return null;
  if (!Number.isFinite(number)) throw unreadable('number');
  return context.dateStyles[style] === true ? dateText(number, context.from1904) : number;
}

function sharedText(raw: string, context: SheetContext): string {
  const text = context.strings[Number(raw)];
  if (text === undefined) throw unreadable('shared string');
  return text;
}

/** Gathers the cells of one sheet; formulas count as what they last gave, and their text is not looked at. */
class SheetReader {
  readonly rows: ReadRow[] = [];
  private row: ReadRow = { number: 0, cells: [] };
  private column = -1;
  private type = 'n';
  private style = 0;
  private raw = '';
  private inValue = false;
  private readonly inline = new RichText();

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue) this.raw += text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'row') this.closeRow();
    else if (name === 'c') this.closeCell();
    else if (name === 'v') this.inValue = false;
    else this.inline.close(name);
  }

  private openRow(number: string | undefined): void {
    this.row = { number: number === undefined ? this.row.number + 1 : Number(number), cells: [] };
    this.column = -1;
    if (!Number.isInteger(this.row.number)) throw unreadable('row number');
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.raw = '';
    this.inline.take();
  }

  private closeCell(): void {
    const value = this.value();
    if (value === null || value === '') return;
    if (this.column >= this.context.maxColumns) throw tooMany('columns', this.context.maxColumns);
    while (this.row.cells.length < this.column) this.row.cells.push(null);
    this.row.cells[this.column] = value;
  }

  private value(): CellValue {
    if (this.type === 'inlineStr') return tidy(this.inline.take(), this.context.textForm);
    if (this.raw === '') return null;
    if (this.type === 's') return sharedText(this.raw, this.context);
    if (this.type === 'b') return this.raw === '1';
    return this.type === 'n' ? numberValue(this.raw, this.style, this.context) : tidy(this.raw, this.context.textForm);
  }

  private closeRow(): void {
    if (this.row.cells.length === 0) return;
    if (this.rows.length >= this.context.maxRows) throw tooMany('rows', this.context.maxRows);
    this.rows.push(this.row);
  }
}

/** The rows of a sheet that hold anything. Throws `sheet.too-many-rows`, `sheet.too-many-columns`, `sheet.unreadable`. */
export async function readSheet(xml: Buffer, context: SheetContext): Promise<ReadRow[]> {
  const reader = new SheetReader(context);
  await readPart(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.rows;
}
