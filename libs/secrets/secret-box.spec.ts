import fc from 'fast-check';
import { SecretBox } from '#libs/secrets';

describe('a secret box', () => {
  const box = new SecretBox('0f'.repeat(32));

  it('opens what it sealed, in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => box.open(box.seal(text, 'a|b|1'), 'a|b|1') === text));
  });

  it('seals the same secret differently each time', () => {
    expect(box.seal('6222', 'p')).not.toBe(box.seal('6222', 'p'));
  });

  it('refuses a secret moved to another row', () => {
    expect(() => box.open(box.seal('6222', 'row 1'), 'row 2')).toThrow(/authenticate/);
  });

  it('refuses a changed text, another key and anything else', () => {
    const sealed = box.seal('6222 0000', 'p');
    const changed = sealed.replace(/\.(.)/, (_, first: string) => `.${first === 'A' ? 'B' : 'A'}`);
    expect(() => box.open(changed, 'p')).toThrow(/authenticate/);
    expect(() => new SecretBox('10'.repeat(32)).open(sealed, 'p')).toThrow(/authenticate/);
    expect(() => box.open('6222', 'p')).toThrow(/Not a sealed/);
    expect(() => new SecretBox('short')).toThrow(RangeError);
  });
});
