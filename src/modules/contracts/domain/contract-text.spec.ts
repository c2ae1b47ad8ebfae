import { readFileSync } from 'node:fs';
import type { Rulebook } from '#modules/calls';
import { contractText } from './contract-text.js';

const rulebook = {
  title: { zh: '木兰计划', en: 'Mulan' }, contract: { parties: [{ key: 'grantee', role: 'grantee', title: { zh: '乙方', en: 'Grantee' } }], clauses: [] },
  budget: { costs: [{ key: 'activity', title: { zh: '活动费', en: 'Activities' } }], sources: [{ key: 'grant', title: { zh: '资助资金', en: 'Grant' } }] }, milestones: [], sanctions: [],
} as unknown as Rulebook;

it('says every sum with one unit, in figures and in words', () => {
  const text = contractText(rulebook, {
    number: 'X-C1', projectName: '项目', projectNumber: 'X', granteeName: '木兰服务中心', amountFen: 5_000_000, totalFen: 6_000_001, startsOn: '2024-05-20', endsOn: '2024-11-30',
    budget: [{ category: 'activity', item: '课程', source: 'grant', amountFen: 123_456 }], tranches: [{ title: '首期款', amountFen: 2_500_000, conditions: '本协议签订' }],
  });
  expect(text).toMatchObject({
    amount: '50,000.00', words: '人民币伍万元整', total: '60,000.01', budget: [{ category: '活动费', source: '资助资金', amount: '1,234.56' }], tranches: [{ amount: '25,000.00' }],
  });
  const template = readFileSync(new URL('../templates/contract.typ', import.meta.url), 'utf8');
  for (const said of ['#data.total 元', '#data.amount 元', '金额（元）']) expect(template).toContain(said);
});
