import fc from 'fast-check';
import { fen, fromWords, toWords, yuan } from '#libs/money';

const canonical: [string, string][] = [
  ['1409.50', '人民币壹仟肆佰零玖元伍角'],
  ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '人民币叁佰贰拾伍元零肆分'],
  ['107000.53', '人民币壹拾万零柒仟元伍角叁分'],
  ['1680.32', '人民币壹仟陆佰捌拾元叁角贰分'],
  ['208000', '人民币贰拾万零捌仟元整'],
  ['2327640', '人民币贰佰叁拾贰万柒仟陆佰肆拾元整'],
  ['1050000', '人民币壹佰零伍万元整'],
  ['6007.14', '人民币陆仟零柒元壹角肆分'],
  ['1005', '人民币壹仟零伍元整'],
  ['100000', '人民币壹拾万元整'],
  ['10', '人民币壹拾元整'],
  ['19', '人民币壹拾玖元整'],
  ['0', '人民币零元整'],
  ['0.05', '人民币伍分'],
  ['0.50', '人民币伍角'],
  ['0.55', '人民币伍角伍分'],
  ['30000.01', '人民币叁万元零壹分'],
  ['100500', '人民币壹拾万零伍佰元整'],
  ['100000000', '人民币壹亿元整'],
  ['100001000', '人民币壹亿零壹仟元整'],
  ['1000100000', '人民币壹拾亿零壹拾万元整'],
  ['1010010001', '人民币壹拾亿零壹仟零壹万零壹元整'],
  ['1000000000000', '人民币壹万亿元整'],
  ['90071992547409.91', '人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
];

describe('toWords', () => {
  it.each(canonical)('writes %s as %s', (amount, words) => {
    expect(toWords(yuan(amount))).toBe(words);
  });

  it('refuses a negative amount', () => {
    expect(() => toWords(fen(-1))).toThrow('money.negative-in-words');
  });
});

describe('fromWords', () => {
  it.each(canonical)('reads %s back from %s', (amount, words) => {
    expect(fromWords(words)).toBe(yuan(amount));
    expect(fromWords(words.replace('人民币', ''))).toBe(yuan(amount));
  });

  it.each([
    ['人民币壹拾万柒仟元零伍角叁分', '107000.53'],
    ['人民币壹拾万零柒仟元零伍角叁分', '107000.53'],
    ['人民币壹仟陆佰捌拾元零叁角贰分', '1680.32'],
    ['贰拾万捌仟元整', '208000'],
    ['壹仟肆佰零玖元伍角整', '1409.50'],
    ['壹仟肆佰零玖元伍角正', '1409.50'],
    ['叁佰元正', '300'],
    ['叁佰圆整', '300'],
    ['人民幣貳萬參仟陸佰圓整', '23600'],
    [' 人民币 叁佰元整 ', '300'],
    ['壹亿壹仟元整', '100001000'],
  ])('takes %s, which is another good form', (words, amount) => {
    expect(fromWords(words)).toBe(yuan(amount));
  });

  it.each([
    '', '人民币', '元', '整', '壹仟伍', '叁佰元', '叁佰贰拾伍元零肆分整', '拾万元整', '壹仟零零伍元整', '叁佰贰拾伍元肆分', '壹佰万零伍仟零元整',
    '伍角零伍分', '零元伍角', '三百元整', '300元整', '壹佰壹佰元整', '壹拾佰元整', '壹佰零伍元整整', '负壹元整', '壹万万元整', '零', '零伍分',
    '玖佰万亿元整', '拾'.repeat(100_000),
  ])('refuses %p', (words) => {
    expect(() => fromWords(words)).toThrow('money.not-words');
  });

  it('does not take 壹仟伍元整 for 1005', () => {
    expect(() => fromWords('壹仟伍元整')).toThrow('money.not-words');
  });

  it('reads back whatever is written, from 1 fen to 10^13 fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e13 }), (n) => {
        expect(fromWords(toWords(fen(n)))).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back amounts that are full of zeros', () => {
    const sparse = fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(sparse, (digits) => {
        const n = Number(digits.join(''));
        expect(fromWords(toWords(fen(n)))).toBe(n);
        expect(toWords(fen(n))).not.toMatch(/零零|元整.|分整/);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads every amount up to ten yuan back as itself and no other', () => {
    const written = Array.from({ length: 1001 }, (_, n) => toWords(fen(n)));
    expect(new Set(written).size).toBe(1001);
    written.forEach((words, n) => expect(fromWords(words)).toBe(n));
  });
});
