import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { DomainError } from '#libs/errors';
import { readXlsx } from '#libs/spreadsheets';
import type { ReadRow } from '#libs/spreadsheets';
import { zip } from '../../test/support/archive.js';

interface Part {
  readonly xml: string | Buffer;
  /** What the directory claims instead of the truth. */
  readonly declared?: number;
}

/** A workbook of hand-written parts, to say what no honest programme says. */
const archive = (parts: Record<string, Part>): Buffer =>
  zip(Object.entries(parts).map(([name, { xml, declared }]) => ({ name, content: Buffer.from(xml), ...(declared === undefined ? {} : { declared }) })));

const WORKBOOK = '<workbook xmlns:r="x"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELATIONS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';

const book = (rows: string | Buffer, more: Record<string, Part> = {}): Buffer =>
  archive({
    'xl/workbook.xml': { xml: WORKBOOK },
    'xl/_rels/workbook.xml.rels': { xml: RELATIONS },
    'xl/worksheets/sheet1.xml': { xml: Buffer.isBuffer(rows) ? rows : `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ...more,
  });

const rowsOf = async (content: Buffer): Promise<ReadRow[] | undefined> => (await readXlsx(content))[0]?.rows;
const cell = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

describe('readXlsx', () => {
  it('reads what a spreadsheet programme wrote, as plain values', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('预算');
    sheet.addRow(['科目', '金额', '日期']);
    sheet.addRow([{ richText: [{ text: '志愿者' }, { text: '补贴', font: { bold: true } }] }, 1200.5, new Date('2026-09-01T00:00:00Z')]);
    sheet.addRow([]);
    sheet.addRow([{ formula: 'B2*2', result: 2401 }, true, new Date('2026-09-01T09:30:00Z')]);
    sheet.addRow([{ text: '官网', hyperlink: 'https://example.org' }, null, { error: '#DIV/0!' }]);
    sheet.mergeCells('A7:C9');
    expect(await readXlsx(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([
      {
        name: '预算',
        rows: [
          { number: 1, cells: ['科目', '金额', '日期'] },
          { number: 2, cells: ['志愿者补贴', 1200.5, '2026-09-01'] },
          { number: 4, cells: [2401, true, '2026-09-01 09:30:00'] },
          { number: 5, cells: ['官网', null, '#DIV/0!'] },
        ],
      },
    ]);
  });

  it('brings text to one form', async () => {
    expect(await rowsOf(book(cell('　１２，３４５ ｶﾅ_x000D_ok_x0000_ ')))).toEqual([
      { number: 1, cells: ['12,345 カナ\nok'] },
    ]);
  });

  it('leaves out the pronunciation beside a name', async () => {
    const strings = '<sst><si><t>堃</t><rPh sb="0" eb="1"><t>kun</t></rPh></si></sst>';
    const content = book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': { xml: strings } });
    expect(await rowsOf(content)).toEqual([{ number: 1, cells: ['堃'] }]);
  });

  it.each([
    [1, '1900-01-01'],
    [61, '1900-03-01'],
    [46266.5, '2026-09-01 12:00:00'],
  ])('reads day %d as %s', async (serial, text) => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const content = book(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`, { 'xl/styles.xml': { xml: styles } });
    expect(await rowsOf(content)).toEqual([{ number: 1, cells: [text] }]);
  });

  it('does not count rows and columns that hold nothing', async () => {
    const empty = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}" s="0"/></row>`).join('');
    expect(await rowsOf(book(cell('x') + empty))).toEqual([{ number: 1, cells: ['x'] }]);
  });

  it('refuses more rows or columns than allowed', async () => {
    const three = [1, 2, 3].map((n) => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`).join('');
    await expect(readXlsx(book(three), { maxRows: 2 })).rejects.toMatchObject({ code: 'sheet.too-many-rows', facts: { limit: 2 } });
    expect((await readXlsx(book(three), { maxRows: 3 }))[0]?.rows).toHaveLength(3);
    await expect(readXlsx(book('<row><c r="IW1"><v>1</v></c></row>'))).rejects.toMatchObject({ code: 'sheet.too-many-columns' });
  });
});

describe('workbooks made to harm', () => {
  const huge = Buffer.alloc(60_000_000, '<row/>');
  const noise = (): Buffer => Buffer.from(Array.from({ length: 60_000 }, (_, i) => `<row r="${i}"><c><v>${i * 7919}</v></c></row>`).join(''));

  it.each([
    ['a part of sixty megabytes', book(huge), 'file.archive-bomb'],
    ['more unpacked bytes than the caller allows', book(noise()), 'file.archive-bomb'],
    ['a part that is larger than it declares', book(cell('x'), { 'xl/styles.xml': { xml: huge, declared: 1000 } }), 'file.archive-broken'],
    ['entities', book(Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')), 'sheet.unreadable'],
    ['broken XML', book('<row><c></row>'), 'sheet.unreadable'],
    ['a string that is not there', book('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), 'sheet.unreadable'],
    ['a column beyond all', book('<row r="1"><c r="ZZZZ1"><v>9</v></c></row>'), 'sheet.unreadable'],
    ['a text longer than a cell', book(cell('长'.repeat(300_000))), 'sheet.unreadable'],
    ['another format', Buffer.from('姓名,金额\r\n'), 'file.archive-broken'],
  ])('refuses %s in time and with little memory', async (_what, content, code) => {
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    await expect(readXlsx(content, { maxBytes: 2_000_000 })).rejects.toMatchObject({ kind: 'invalid', code });
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('refuses many sheets that name one part', async () => {
    const sheets = '<sheet name="a" r:id="rId1"/>'.repeat(51);
    const content = book(cell('x'), { 'xl/workbook.xml': { xml: `<workbook xmlns:r="x"><sheets>${sheets}</sheets></workbook>` } });
    await expect(readXlsx(content)).rejects.toMatchObject({ code: 'sheet.unreadable' });
  });

  it('does not look at merges and names that span the whole sheet', async () => {
    const sheet = `<worksheet><sheetData>${cell('x')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`;
    expect(await rowsOf(book(Buffer.from(sheet)))).toEqual([{ number: 1, cells: ['x'] }]);
  });

  it('answers every mutilated workbook with rows or a refusal', async () => {
    const whole = book(cell('预算'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const mutilated = Buffer.from(whole);
        mutilated.writeUInt8(value, at);
        const outcome: unknown = await readXlsx(mutilated).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || outcome instanceof DomainError).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
