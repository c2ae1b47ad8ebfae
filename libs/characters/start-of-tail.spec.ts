import { startOfTail } from './start-of-tail.js';

describe('the tail of a text', () => {
  it('begins after the last character that is none of it', () => {
    expect(startOfTail('名称. . ', /[\s.]/)).toBe(2);
    expect(startOfTail('名称', /[\s.]/)).toBe(2);
    expect(startOfTail('...', /[\s.]/)).toBe(0);
    expect(startOfTail('', /[\s.]/)).toBe(0);
  });
});
