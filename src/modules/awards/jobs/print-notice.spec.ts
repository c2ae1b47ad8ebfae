import { say } from '#libs/errors';
import type { NoticeContent } from '../domain/notice.js';
import { wordsOf } from './print-notice.job.js';

const content = (rows: NoticeContent['rows']): NoticeContent => ({
  callNumber: 'SD-2026-1', title: say('她创未来大赛', 'A contest'), organisers: [say('区妇联', 'The federation')], channel: say('来电', 'by telephone'), columns: ['rank', 'project', 'amount', 'category'], rows,
});
const notice = (rows: NoticeContent['rows']) => ({ content: content(rows), firstDay: '2026-11-02', lastDay: '2026-11-09' });
const BOARDS = [say('巾帼创业板块', 'Enterprise'), say('公益创想板块', 'Ideas')];

describe('the notice on paper', () => {
  it('gives each board its own heading with its number of projects and its sum, and names it no second time in the lines', () => {
    const rows = [
      { rank: 1, project: '甲', amount: 5_000_000, category: '巾帼创业板块 · 初创' }, { rank: 2, project: '乙', amount: 3_000_000, category: '巾帼创业板块 · 成长' }, { rank: 1, project: '丙', amount: 1_000_050, category: '公益创想板块 · 社区' },
    ];
    const { parts } = wordsOf(notice(rows), BOARDS);
    expect(parts.map(({ heading }) => heading)).toEqual(['一、巾帼创业板块（2 项，合计 ¥80,000.00）', '二、公益创想板块（1 项，合计 ¥10,000.50）']);
    expect(parts.map(({ cells }) => cells)).toEqual([['1', '甲', '¥50,000.00', '初创', '2', '乙', '¥30,000.00', '成长'], ['1', '丙', '¥10,000.50', '社区']]);
  });

  it('is one list without a heading where there are no boards, whatever a category is called', () => {
    const { parts } = wordsOf(notice([{ rank: 1, project: '甲', amount: 100, category: '妇女 · 儿童' }]), []);
    expect(parts).toEqual([{ heading: null, cells: ['1', '甲', '¥1.00', '妇女 · 儿童'] }]);
  });
});
