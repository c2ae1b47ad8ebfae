import { ZIP_LIMITS, bytesOf, readZipDirectory, unpackEntry } from '#libs/files';
import type { ByteSource, ZipEntry } from '#libs/files';
import { readSheet } from './sheet-part.js';
import type { ReadRow, SheetContext } from './sheet-part.js';
import type { TextForm } from './tidy.js';
import { unreadable } from './unreadable.js';
import { readDateStyles, readRelations, readSharedStrings, readWorkbook } from './xlsx-parts.js';

export interface ReadLimits {
  /** The most rows with content that one sheet may have; 10,000 when left out. */
  readonly maxRows?: number;
  /** The most bytes of the workbook when unpacked; 50 mebibytes when left out. */
  readonly maxBytes?: number;
  /** The most columns with content; 256 when left out. */
  readonly maxColumns?: number;
  /** How text is unified; `NFKC` when left out. */
  readonly textForm?: TextForm;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: ReadRow[];
}

const MAX_BYTES = 52_428_800;
/** Many sheets may name one part and have it read again and again. */
const MAX_SHEETS = 50;

/** The parts of one workbook; a part is unpacked when it is asked for, and not kept. */
class Parts {
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  constructor(
    private readonly bytes: ByteSource,
    entries: readonly ZipEntry[],
  ) {
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  async find(name: string): Promise<Buffer | undefined> {
    const entry = this.entries.get(name);
    return entry === undefined ? undefined : unpackEntry(this.bytes, entry);
  }

  async need(name: string | undefined): Promise<Buffer> {
    const part = name === undefined ? undefined : await this.find(name);
    if (part === undefined) throw unreadable(`no part ${name ?? 'of the sheet'}`);
    return part;
  }
}

async function contextOf(parts: Parts, limits: ReadLimits, from1904: boolean): Promise<SheetContext> {
  const strings = await parts.find('xl/sharedStrings.xml');
  const styles = await parts.find('xl/styles.xml');
  return {
    strings: strings === undefined ? [] : await readSharedStrings(strings, limits.textForm),
    dateStyles: styles === undefined ? [] : await readDateStyles(styles),
    from1904,
    maxRows: limits.maxRows ?? 10_000,
    maxColumns: limits.maxColumns ?? 256,
    textForm: limits.textForm ?? 'NFKC',
  };
}

/**
 * The values of an xlsx workbook and nothing else of it: no names, merges, validations, macros or links
 * are interpreted, so none of them can cost anything. Text is flattened, brought to NFKC and trimmed. A
 * formula gives what its author's programme last wrote: totals must be computed again.
 * Throws `file.archive-bomb`, `file.archive-broken`, `sheet.unreadable`, `sheet.too-many-rows`,
 * `sheet.too-many-columns`.
 */
export async function readXlsx(content: Buffer, limits: ReadLimits = {}): Promise<ReadSheet[]> {
  const bytes = bytesOf(content);
  const maxUnpackedBytes = limits.maxBytes ?? MAX_BYTES;
  const parts = new Parts(bytes, await readZipDirectory(bytes, { ...ZIP_LIMITS, maxUnpackedBytes }));
  const workbook = await readWorkbook(await parts.need('xl/workbook.xml'));
  if (workbook.sheets.length > MAX_SHEETS) throw unreadable('sheets');
  const relations = await readRelations(await parts.need('xl/_rels/workbook.xml.rels'));
  const context = await contextOf(parts, limits, workbook.from1904);
  const sheets: ReadSheet[] = [];
  for (const { name, relation } of workbook.sheets) {
    const part = relations.get(relation);
    // A sheet may be a chart and nothing else.
    if (part?.startsWith('xl/worksheets/') !== true) continue;
    sheets.push({ name, rows: await readSheet(await parts.need(part), context) });
  }
  return sheets;
}
