import { columns, widthOf } from './report-text.mjs';

describe('the closing report', () => {
  it('counts two columns for a Chinese character', () => {
    expect(widthOf('首期款 24')).toBe(9);
    expect(widthOf('（第一类）')).toBe(10);
  });

  it('aligns figures to the right and words to the left, whatever their script', () => {
    expect(columns(['名次', '项目', '金额'], [[1, '木兰心驿站', '50,000.00'], [12, 'Stage', '9.00']], [0, 2])).toEqual([
      '  名次  项目             金额',
      '     1  木兰心驿站  50,000.00',
      '    12  Stage            9.00',
    ]);
  });

  it('says nothing of an empty list but its titles', () => {
    expect(columns(['项目'], [], [])).toEqual(['  项目']);
    expect(columns([], [], [])).toEqual([]);
  });
});
