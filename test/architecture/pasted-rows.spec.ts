/// <reference lib="dom" />
import { paste, readClipboard } from '../../web/src/ui/budget/paste.js';
import type { GridColumn } from '../../web/src/ui/budget/grid-model.js';

const COLUMNS: readonly GridColumn[] = [
  { key: 'category', title: '支出类别', kind: 'choice', choices: [{ value: 'activity', label: '活动费' }, { value: 'expert', label: '专家费' }] },
  { key: 'item', title: '内容', kind: 'text' },
  { key: 'unitFen', title: '单价（元）', kind: 'money' },
  { key: 'note', title: '计算依据', kind: 'text' },
];

const put = (text: string, at = { row: 0, column: 0 }) => {
  const { rows, unknown, surplus } = paste([], COLUMNS, at, readClipboard(text), ['小计']);
  return { cells: rows.map((row) => row.cells), unknown: [...unknown.values()], surplus };
};

describe('rows pasted from a spreadsheet', () => {
  it('land in the columns from the cell on, choices by their label with spaces and widths forgiven', () => {
    expect(put('活动费 \t物料\t1,000\t每场一份\n专家费\t授课\t３００\t二十次')).toEqual({
      cells: [{ category: 'activity', item: '物料', unitFen: '1,000', note: '每场一份' }, { category: 'expert', item: '授课', unitFen: '３００', note: '二十次' }], unknown: [], surplus: 0,
    });
    expect(put('物料\t1000', { row: 0, column: 1 }).cells).toEqual([{ item: '物料', unitFen: '1000' }]);
  });

  it('follow a line of headings in whatever order, which is no row of its own; the computed column is left out', () => {
    expect(put('计算依据\t单价\t小计\t支出类别\t内容\n每场一份\t1000\t40000\t活动费\t物料')).toEqual({ cells: [{ note: '每场一份', unitFen: '1000', category: 'activity', item: '物料' }], unknown: [], surplus: 0 });
  });

  it('lose nothing unsaid: a text that is no choice and a cell without a column are named', () => {
    expect(put('劳务\t社工带组\t300\t四名\t另一格')).toEqual({ cells: [{ category: '', item: '社工带组', unitFen: '300', note: '四名' }], unknown: ['劳务'], surplus: 1 });
    expect(put('内容\t单价\t备注\n物料\t1000\t社区出')).toEqual({ cells: [{ item: '物料', unitFen: '1000' }], unknown: [], surplus: 1 });
  });

  it('keep quotation marks and fold line breaks of a quoted cell', () => {
    expect(readClipboard('"购买""活动包"""\t"第一行\n第二行"\r\n平常\t5"')).toEqual([['购买"活动包"', '第一行 第二行'], ['平常', '5"']]);
  });
});
