import { readDocx, writeDocx, type ReadBlock } from '#libs/word';
import type { Criterion } from '#modules/calls';
import { readForm } from './score-form.js';
import { linesOfWord, wordForm } from './word-form.js';

const criterion = (key: string, zh: string, max: number) => ({ key, title: { zh, en: key }, max, step: 0.5, weight: 50, anchors: [{ from: 0, to: max, text: { zh: '不足', en: 'weak' } }] }) as unknown as Criterion;
const CRITERIA = [criterion('goals', '项目目标', 15), criterion('budget', '预算管理', 10)];
const SHEETS = [{ number: 'FEJT-2026-1-0001', projectName: '百场家庭教育：乡村行', code: 'HWVN-XVRQ' }, { number: 'FEJT-2026-1-0002', projectName: '单亲家庭同心成长营', code: '1JWT-NZVQ' }];

const sent = async (): Promise<ReadBlock[]> => readDocx(await writeDocx(wordForm(CRITERIA, SHEETS, '评分表'), '评分表'));
/** Fills in the first table: what is written into each cell, by row from the first criterion on. */
async function filled(write: (rows: string[][]) => void): Promise<ReadBlock[]> {
  const blocks = await sent();
  const table = blocks.find((block) => block.kind === 'table') as Extract<ReadBlock, { kind: 'table' }>;
  write(table.rows);
  return blocks;
}

describe('score sheets as a document', () => {
  it('come back as the lines of a workbook do, with the code that ties each to its paper', async () => {
    const blocks = await filled((rows) => {
      rows[2]!.splice(2, 2, '１２．５分', '目标清楚，指标可查');
      rows[3]![2] = '不适用';
      rows[4]![3] = '可行';
    });
    const [first, second] = readForm(CRITERIA, linesOfWord(CRITERIA, blocks), 'code');
    expect(first).toEqual({
      line: 1, number: 'FEJT-2026-1-0001', projectName: '百场家庭教育:乡村行', mark: 'HWVN-XVRQ', entries: { goals: { points: '12.5', reason: '目标清楚，指标可查' }, budget: { points: 'n/a' } }, comment: '可行',
    });
    expect(second).toMatchObject({ line: 2, number: 'FEJT-2026-1-0002', mark: '1JWT-NZVQ', entries: {}, comment: '' });
  });

  it('are refused whole when a row was taken out, when it is another panel’s, or when there is none', async () => {
    const without = await filled((rows) => void rows.splice(2, 1));
    expect(() => linesOfWord(CRITERIA, without)).toThrow(expect.objectContaining({ code: 'form_foreign', facts: expect.objectContaining({ table: 1, label: expect.stringContaining('项目目标') }) }));
    expect(() => linesOfWord([criterion('goals', '项目目标', 20), CRITERIA[1]!], [])).toThrow(expect.objectContaining({ code: 'form_foreign' }));
    const blocks = await sent();
    expect(() => linesOfWord([criterion('goals', '项目目标', 20), CRITERIA[1]!], blocks)).toThrow(expect.objectContaining({ code: 'form_foreign' }));
  });

  it('are refused when one application stands in two tables', async () => {
    const blocks = await sent();
    const tables = blocks.filter(({ kind }) => kind === 'table');
    expect(() => readForm(CRITERIA, linesOfWord(CRITERIA, [...blocks, tables[0]!]), 'code')).toThrow(expect.objectContaining({ code: 'form_twice' }));
  });
});
