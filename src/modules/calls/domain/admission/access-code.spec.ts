import { isAccessCode, newAccessCode } from './access-code.js';

describe('an access code', () => {
  it('is eight characters that nobody mistakes for others', () => {
    for (let at = 0; at < 200; at += 1) expect(newAccessCode()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });

  it('is known however it was typed, and nothing else is', () => {
    expect(isAccessCode('K7MQ4XZP', ' k7mq-4xzp ')).toBe(true);
    for (const typed of [undefined, '', 'K7MQ4XZ', 'K7MQ4XZPP', 'K7MQ4XZQ', '琼香琼香琼香琼香']) expect(isAccessCode('K7MQ4XZP', typed)).toBe(false);
    expect(isAccessCode(null, '')).toBe(false);
  });
});
