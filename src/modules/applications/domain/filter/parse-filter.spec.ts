import { gramsOf, parseFilter } from './parse-filter.js';

describe('the filter of applications', () => {
  it.each([
    ['儿童', [{ kind: 'text', field: 'any', value: '儿童', not: false }]],
    ['状态:已提交,待补正', [{ kind: 'status', values: ['submitted', 'returned'], not: false }]],
    ['status:submitted', [{ kind: 'status', values: ['submitted'], not: false }]],
    ['申请>=3万 申请<50000.5', [{ kind: 'number', field: 'requested', is: '>=', value: 3_000_000, not: false }, { kind: 'number', field: 'requested', is: '<', value: 5_000_050, not: false }]],
    ['-组织：基金会 提交>=2026-09-01', [{ kind: 'text', field: 'organisation', value: '基金会', not: true }, { kind: 'day', is: '>=', value: '2026-09-01', not: false }]],
    ['项目:"木兰 课堂" 名次<=3', [{ kind: 'text', field: 'project', value: '木兰 课堂', not: false }, { kind: 'number', field: 'rank', is: '<=', value: 3, not: false }]],
    ['申请金额≥3.5万 总预算<30,000元', [{ kind: 'number', field: 'requested', is: '>=', value: 3_500_000, not: false }, { kind: 'number', field: 'total', is: '<', value: 3_000_000, not: false }]],
    ['申请＜＝０.05万 预算:1.23456万', [{ kind: 'number', field: 'requested', is: '<=', value: 50_000, not: false }, { kind: 'number', field: 'total', is: '=', value: 1_234_560, not: false }]],
    ['－申报单位＝基金会', [{ kind: 'text', field: 'organisation', value: '基金会', not: true }]],
    ['  ', []],
    ['-', [{ kind: 'text', field: 'any', value: '-', not: false }]],
    ['-状态: 课堂', [{ kind: 'text', field: 'any', value: '状态:', not: true }, { kind: 'text', field: 'any', value: '课堂', not: false }]],
    ['项目:“木兰 课', [{ kind: 'text', field: 'project', value: '木兰 课', not: false }]],
    ['HJJM-2026-1-0003', [{ kind: 'text', field: 'any', value: 'HJJM-2026-1-0003', not: false }]],
  ])('reads %s', (words, expected) => {
    expect(parseFilter(words)).toEqual(expected);
  });

  it.each([
    ['地点:3', 'filter_field_unknown', '没有“{name}”这个筛选项，可以用：{zh}'],
    ['状态:睡着', 'filter_value_invalid', '“{value}”不能用在这里：{zh}'],
    ['提交:2026-02-30', 'filter_value_invalid', '“{value}”不能用在这里：{zh}'],
    ['申请>1.2345678万', 'filter_value_invalid', '“{value}”不能用在这里：{zh}'],
    ['申请>很多', 'filter_value_invalid', '“{value}”不能用在这里：{zh}'],
  ])('says what is wrong with %s, and what there is', (words, code, zh) => {
    expect(() => parseFilter(words)).toThrow(expect.objectContaining({ kind: 'invalid', code, sentence: expect.objectContaining({ zh }) }));
  });

  it('finds by pairs of characters, whatever their width and case', () => {
    expect(gramsOf('留守儿童')).toEqual(['留守', '守儿', '儿童']);
    expect(gramsOf('ＡＢ c')).toEqual(['ab', 'c']);
    expect(gramsOf('𠮷野')).toEqual(['𠮷野']);
  });
});
