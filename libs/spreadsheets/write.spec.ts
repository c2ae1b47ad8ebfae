import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readXlsx, streamXlsx, writeCsv, writeXlsx } from '#libs/spreadsheets';
import type { Cell } from '#libs/spreadsheets';

const csv = async (rows: Cell[][], bom = false): Promise<string> => (await writeCsv(rows, { bom })).toString('utf8');

async function workbookOf(rows: Cell[][], format?: string): Promise<ExcelJS.Worksheet> {
  const columns = [{ header: '名称' }, { header: '金额', ...(format === undefined ? {} : { format }) }];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeXlsx([{ name: '明细', columns, rows }])) as never);
  return book.getWorksheet('明细') as ExcelJS.Worksheet;
}

/** What an attacker puts first in a cell, and what the sheet may hold (OWASP ASVS 5.0, 1.2.10). */
const attacks: [string, string][] = [
  ['=cmd|"/c calc"!A1', `'=cmd|"/c calc"!A1`],
  ['+1+1', `'+1+1`],
  ['-1+1', `'-1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1+1', `'\t=1+1`],
  ['\r=1+1', `'\r=1+1`],
  ['\n=1+1', `'\n=1+1`],
  ['\0=1+1', `'=1+1`],
  ['\x01=1+1', `'=1+1`],
  ['＝1+1', `'＝1+1`],
];

describe('cells that a spreadsheet could take for a formula', () => {
  it.each(attacks)('%j is quoted in CSV', async (text, safe) => {
    expect(await csv([[text]])).toBe(`"${safe.replaceAll('"', '""')}"\r\n`);
  });

  it.each(attacks)('%j is plain text in xlsx', async (text, safe) => {
    const cell = (await workbookOf([[text, 1]])).getCell('A2');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(String(cell.value).replaceAll('\r', '\n').trim()).toBe(safe.replaceAll('\r', '\n'));
  });

  it('are quoted in a header as well', async () => {
    const [sheet] = await readXlsx(await writeXlsx([{ name: 'a', columns: [{ header: '=1' }], rows: [] }]));
    expect(sheet?.rows).toEqual([{ number: 1, cells: [`'=1`] }]);
  });

  it('never begin a field of any CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), async (row) => {
        for (const text of row) expect(await csv([[text]])).not.toMatch(/^"?[=+\-@\t\r\0]./);
      }),
    );
  });
});

describe('writeCsv', () => {
  it('keeps numbers numbers, also negative ones', async () => {
    expect(await csv([[-12.5, 0, 1e21, true, null, undefined]])).toBe('-12.5,0,1e+21,TRUE,,\r\n');
  });

  it('quotes what needs it and ends lines as RFC 4180 says', async () => {
    expect(await csv([['甲,乙', '说"好"', '两\n行'], ['丙']])).toBe('"甲,乙","说""好""","两\n行"\r\n丙\r\n');
  });

  it('shows an instant as Beijing time', async () => {
    expect(await csv([[new Date('2026-08-31T16:30:05Z')]])).toBe('2026-09-01 00:30:05\r\n');
  });

  it('begins with a byte order mark when asked to', async () => {
    expect((await writeCsv([['甲']], { bom: true })).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await writeCsv([['甲']])).subarray(0, 3)).toEqual(Buffer.from('甲'));
  });

  it('refuses infinity', async () => {
    await expect(csv([[Infinity]])).rejects.toMatchObject({ code: 'sheet.number-not-finite' });
  });
});

describe('writeXlsx', () => {
  it('writes numbers, dates and formats', async () => {
    const sheet = await workbookOf([['补贴', 12000.5], [new Date('2026-08-31T16:30:00Z'), -1]], '#,##0.00');
    expect(sheet.getCell('B2')).toMatchObject({ value: 12000.5, numFmt: '#,##0.00' });
    expect(sheet.getCell('A3').value).toEqual(new Date('2026-09-01T00:30:00Z'));
    expect(sheet.getCell('B3').value).toBe(-1);
    expect(sheet.getRow(1).font.bold).toBe(true);
  });

  it('gives every sheet a lawful name of its own', async () => {
    const names = ['一/二*[三]', '长'.repeat(40), '长'.repeat(40), '', 'a', 'A'];
    const read = await readXlsx(await writeXlsx(names.map((name) => ({ name, columns: [], rows: [] }))));
    expect(read.map((sheet) => sheet.name)).toEqual([
      '一 二  三',
      '长'.repeat(31),
      `${'长'.repeat(25)} (3)`,
      'Sheet4',
      'a',
      'A (6)',
    ]);
  });

  it('streams many rows from a source that makes them as it goes', async () => {
    const rows = (async function* () {
      for (let i = 1; i <= 3000; i += 1) yield [`项目${i}`, i];
    })();
    const parts = await streamXlsx([{ name: '大', columns: [{ header: '名' }, { header: '数' }], rows }]).toArray();
    const [sheet] = await readXlsx(Buffer.concat(parts));
    expect(sheet?.rows).toHaveLength(3001);
    expect(sheet?.rows.at(-1)).toEqual({ number: 3001, cells: ['项目3000', 3000] });
  });

  it('ends the stream with the error of its source', async () => {
    const rows = (async function* () {
      yield ['a'];
      throw new Error('source broke');
    })();
    await expect(writeXlsx([{ name: 'x', columns: [{ header: 'a' }], rows }])).rejects.toThrow('source broke');
  });

  it('lets the source go when the reader has gone', async () => {
    let released: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      released = resolve;
    });
    const rows = (async function* () {
      try {
        for (;;) yield ['长'.repeat(2000) + Math.random()];
      } finally {
        released();
      }
    })();
    const stream = streamXlsx([{ name: 'x', columns: [{ header: 'a' }], rows }]);
    stream.once('readable', () => stream.destroy());
    await gone;
    expect(stream.destroyed).toBe(true);
  });

  it('refuses a text that no cell can hold', async () => {
    await expect(workbookOf([['长'.repeat(32_768)]])).rejects.toMatchObject({ code: 'sheet.cell-too-long' });
  });
});
