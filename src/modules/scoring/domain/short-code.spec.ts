import { newCode, readCode } from './short-code.js';

describe('a code that is typed', () => {
  it('is read as people type it', () => {
    expect(readCode(' k7qf 2m9p ')).toBe('K7QF-2M9P');
    expect(readCode('oi7l-2M9P')).toBe('0171-2M9P');
    expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});
