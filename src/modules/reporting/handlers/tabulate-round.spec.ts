import { readXlsx } from '#libs/spreadsheets';
import type { GatheredRound } from './gather-round.js';
import { TabulateRound } from './tabulate-round.js';

const zh = (text: string) => ({ zh: text, en: text });
const evaluation = { projectNumber: 'X-001', organisation: '木兰服务中心', project: '木兰课堂', key: 'final', score: '90', gradeKey: 'excellent', passed: true, recordedAt: new Date('2024-11-30T01:00:00Z') };

it('names the grade of an evaluation as the rulebook does', async () => {
  const gathered = {
    round: { title: zh('木兰计划'), number: 'ML-1', organisers: [], categories: [], evaluations: [{ key: 'final', kind: 'final', title: zh('末期评估'), grades: [{ key: 'excellent', title: zh('优秀') }] }] },
    statistics: { label: zh('实施中'), asOf: new Date('2024-12-01T01:00:00Z'), counts: {}, money: { poolFen: 0, requestedFen: 0, awardedFen: 0, receivedFen: 0, paidFen: 0, returnedFen: 0 }, lateTotal: 0, lateThings: [] },
    applications: [], awards: [], payments: [], milestones: [], evaluations: [evaluation], head: { size: 0, root: '' },
  } as unknown as GatheredRound;
  const sheet = (await readXlsx(await new TabulateRound().run(gathered))).find(({ name }) => name === '评估')!;
  expect(sheet.rows[1]!.cells).toEqual(expect.arrayContaining(['末期评估', 90, '优秀', '合格']));
});
