import { fitsPattern, isAnswerPattern } from './answer-pattern.js';

const EVIL = ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){20}b', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a*a*a*a*b'];

describe('a pattern that a rulebook asks of an answer', () => {
  it('is found as elsewhere', () => {
    expect(fitsPattern('^\\d{11}$', '13800000000')).toBe(true);
    expect(fitsPattern('^\\d{11}$', '1380000000')).toBe(false);
    expect(fitsPattern('^[\\u4e00-\\u9fff]{2,4}$', '沈月华')).toBe(true);
    expect(fitsPattern('^(?:苏|浙)[A-Z]\\d{4}$', '苏K1234')).toBe(true);
  });

  it('is refused when it cannot be read', () => {
    expect(isAnswerPattern('(')).toBe(false);
    expect(isAnswerPattern('^(?:苏|浙)[A-Z]\\d{4}$')).toBe(true);
  });

  it.each(EVIL)('is refused when it would search for ever, and holds nobody up where it stands already: %s', (pattern) => {
    expect(isAnswerPattern(pattern)).toBe(false);
    const start = process.cpuUsage();
    expect(fitsPattern(pattern, `${'a'.repeat(9_990)}!`)).toBe(true);
    expect(fitsPattern(pattern, `${'a'.repeat(50_000)}!`)).toBe(true);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(200);
  });
});
