import fc from 'fast-check';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { readDocx, writeDocx, type ReadBlock } from '#libs/word';
import { publishedProgrammes, readProgramme, type Rulebook } from '#modules/calls';
import { countFiles, fillForm } from '../../../../../scripts/cycle/fill-form.mjs';
import type { Answers } from '../form/answers.js';
import { offlineBudget, readOfflineBudget } from './offline-budget.js';
import { offlineForm } from './offline-form.js';
import { readOfflineForm } from './read-offline-form.js';

const book = (code: string) => readProgramme(code) as Rulebook;
const filled = (rulebook: Rulebook): Answers =>
  fillForm(rulebook, { name: '木兰妈妈课堂', requestedFen: rulebook.money.amount.kind === 'fixed' ? rulebook.money.amount.fen : 4_000_000, matchingFen: rulebook.matching.mode === 'none' ? 0 : 1_000_000, startsOn: '2021-12-01', endsOn: '2022-10-31' },
    Array.from({ length: countFiles(rulebook) }, (_, at) => `file-${at}`)) as Answers;
const sourceOf = (rulebook: Rulebook, answers: Answers = {}) => ({ callNumber: 'YZ-2021-01', title: rulebook.title, sections: rulebook.form.sections, categories: rulebook.categories, answers });
const through = async (rulebook: Rulebook, answers: Answers, language: 'zh' | 'en' = 'zh') => readDocx(await writeDocx(offlineForm(sourceOf(rulebook, answers), language), 'foot'));
const textIn = (blocks: readonly ReadBlock[], find: string, put: string): ReadBlock[] =>
  blocks.map((block) => (block.kind === 'table' && block.rows[0]![0]!.includes(find) ? { kind: 'table', rows: [block.rows[0]!, [put], ...block.rows.slice(2)] } : block));

describe('a form filled in by hand', () => {
  it.each(publishedProgrammes.flatMap((code) => [[code, 'zh'], [code, 'en']] as const))('of %s in %s comes back as it was written', async (code, language) => {
    const rulebook = book(code);
    const answers = filled(rulebook);
    const { found, strange, ofThisCall } = readOfflineForm(await through(rulebook, answers, language), sourceOf(rulebook));
    expect([strange, ofThisCall]).toEqual([[], true]);
    const kinds = new Map<string, string>(rulebook.form.sections.flatMap(({ key, questions }) => questions.map((question) => [`${key}.${question.key}`, question.kind] as const)));
    const given = Object.entries(answers).flatMap(([section, of]) => Object.keys(of).map((question) => `${section}.${question}`)).filter((path) => !['file', 'budget'].includes(kinds.get(path)!));
    expect(found.map(({ section, question }) => `${section}.${question}`).sort()).toEqual(given.sort());
    for (const { section, question, reading } of found) expect(reading).toEqual({ answer: answers[section]![question] });
  });

  it('says nothing of what was left empty', async () => {
    const rulebook = book('yangzhou-2021');
    expect(readOfflineForm(await through(rulebook, {}), sourceOf(rulebook)).found).toEqual([]);
  });

  it.each([
    ['申请资助金额', '三万块', '“三万块”不是以元为单位的金额'],
    ['项目开始日期', '明年春天', '“明年春天”不是日期，请写作 2027-03-01'],
    ['申报类别', '☐ 看不见的类别\n☐ 另一个', '没有看到勾选：请把选中的一项前面的 ☐ 改成 ☑'],
  ])('names what cannot be read of %s', async (title, text, why) => {
    const rulebook = book('yangzhou-2021');
    const blocks = textIn(await through(rulebook, {}), title, text);
    expect(readOfflineForm(blocks, sourceOf(rulebook)).found.map(({ reading }) => 'unread' in reading && reading.unread.map((why) => why.zh).join())).toEqual([why]);
  });

  it.each([['项目开始日期', '2027年3月1日', '2027-03-01'], ['项目开始日期', '2027/3/1', '2027-03-01'], ['申请资助金额', '３０，０００．５０ 元', 3_000_050]])('takes %s written as %s', async (title, text, answer) => {
    const rulebook = book('yangzhou-2021');
    const blocks = textIn(await through(rulebook, {}), title, text);
    expect(readOfflineForm(blocks, sourceOf(rulebook)).found.map(({ reading }) => reading)).toEqual([{ answer }]);
  });

  it('takes no answer from a box whose title is not that of the form, and says so', async () => {
    const rulebook = book('yangzhou-2021');
    const blocks = (await through(rulebook, filled(rulebook))).map((block) => (block.kind === 'table' ? { ...block, rows: [[block.rows[0]![0]!.replace('项目概述', '机构简历')], ...block.rows.slice(1)] } : block));
    const { found, strange } = readOfflineForm(blocks, sourceOf(rulebook));
    expect(found.map(({ question }) => question)).not.toContain('summary');
    expect(strange.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^题号 \d+\.\d+ 的标题与申报书不同（应为“项目概述”），没有读取$/)]);
  });

  it('knows the form of another call', async () => {
    const rulebook = book('yangzhou-2021');
    expect(readOfflineForm(await through(rulebook, {}), { ...sourceOf(rulebook), callNumber: 'YZ-2022-01' }).ofThisCall).toBe(false);
  });

  it('never throws, whatever stands in the tables', () => {
    const rulebook = book('hubei-mulan-2024');
    const cell = fc.oneof(fc.string(), fc.constantFrom('1.1  单位名称', '2.3 ', '4.5', '☑ 甲', '第一行\n第二行'));
    const tables = fc.array(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }).map((rows) => ({ kind: 'table' as const, rows })), { maxLength: 6 });
    fc.assert(fc.property(tables, (blocks) => Array.isArray(readOfflineForm(blocks, sourceOf(rulebook)).found)));
  });
});

describe('a budget filled in by hand', () => {
  const rulebook = book('yangzhou-2021');
  const lines = [
    { category: rulebook.budget.costs[0]!.key, item: '物料', unitFen: 12_345, unit: '份', quantity: 1.5, source: 'grant', note: '每场一份' },
    { category: 'expert', item: '=授课', unitFen: 30_000, unit: '人天', quantity: 4, days: 2, grade: 'senior', source: 'grant', note: '两天四次' },
  ];

  it.each(['zh', 'en'] as const)('comes back as it was written (%s), with its choices and rules beside it', async (language) => {
    const sheets = await readXlsx(await writeXlsx(offlineBudget(rulebook.budget, lines, language)), { textForm: 'NFC' });
    expect(sheets).toHaveLength(3);
    expect(readOfflineBudget(sheets, rulebook.budget)).toEqual({ answer: lines });
    expect(sheets[2]!.rows.slice(1).map(({ cells }) => cells[0])).toEqual(rulebook.budget.rules.map(({ text }) => text[language]));
  });

  it('names the row and the column of every cell that cannot be read, in either language, and does not stop at the first', async () => {
    const [sheet] = offlineBudget(rulebook.budget, [], 'zh');
    const read = async (...rows: (string | number)[][]) => readOfflineBudget(await readXlsx(await writeXlsx([{ ...sheet!, rows }])), rulebook.budget);
    const cost = rulebook.budget.costs[0]!.title.zh;
    expect(await read(['没有的类别', '物料', 1, '份', 1, '', '', '申报资金', '说明'], [cost, '物料', '一百', '份', '十几'])).toEqual({
      unread: [
        { zh: '第 2 行“支出类别”：没有“没有的类别”这一项', en: 'Row 2, "Cost": there is no "没有的类别"' },
        { zh: '第 3 行“单价（元）”：“一百”不是以元为单位的金额', en: 'Row 3, "Unit price (yuan)": "一百" is no amount in yuan' },
        { zh: '第 3 行“数量”：“十几”不是数字', en: 'Row 3, "Quantity": "十几" is no number' },
      ],
    });
    const much = await read(...Array.from({ length: 40 }, () => ['没有的类别', '物料', 1, '份', 1]));
    expect([much && 'unread' in much && much.unread.length, much && 'unread' in much && much.unread.at(-1)?.zh]).toEqual([31, '另有 10 处读不出来']);
    expect(readOfflineBudget([{ name: '别的', rows: [{ number: 1, cells: ['甲', '乙'] }] }], rulebook.budget)).toEqual({ unread: [expect.objectContaining({ zh: expect.stringContaining('没有找到预算表') })] });
  });

  it('names every cell of a table in the form likewise', async () => {
    const blocks = (await through(rulebook, filled(rulebook))).map((block) => (block.kind === 'table' && block.rows[0]![0]!.includes('活动计划') ? { ...block, rows: [...block.rows.slice(0, 2), ['讲座', '开春', '三四次', '40'], ['义诊', '2027-03-01', '2', '很多']] } : block));
    const plan = readOfflineForm(blocks, sourceOf(rulebook)).found.find(({ question }) => question === 'activities')!.reading;
    expect('unread' in plan && plan.unread.map(({ zh }) => zh)).toEqual(['第 1 行“日期”：“开春”不是日期，请写作 2027-03-01', '第 1 行“场次”：“三四次”不是数字', '第 2 行“服务人次”：“很多”不是数字']);
  });
});
