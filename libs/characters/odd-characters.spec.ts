import { isOdd, oddCharacters } from './odd-characters.js';

describe('odd characters in a name', () => {
  it.each([
    ['扬州市和家社会工作服务中心', { hidden: false, foreign: [] }],
    ['（筹）ABC 公益·中心', { hidden: false, foreign: [] }],
    ['和家\u200b社工', { hidden: true, foreign: [] }],
    ['\u202e心中务服', { hidden: true, foreign: [] }],
    ['和家АBC中心', { hidden: false, foreign: ['А'] }],
    ['Ροse 关爱', { hidden: false, foreign: ['Ρ', 'ο'] }],
    ['Мария', { hidden: false, foreign: [] }],
  ])('of %j', (name, expected) => {
    expect(oddCharacters(name)).toEqual(expected);
    expect(isOdd(oddCharacters(name))).toBe(expected.hidden || expected.foreign.length > 0);
  });
});
