import fc from 'fast-check';
import { tell } from '#libs/errors';
import { checkCreditCode, creditCodeCheckCharacter, normaliseCreditCode, organisationCodeCheckCharacter } from '#libs/identifiers';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codesOf = (text: string): string[] => checkCreditCode(text).warnings.map((warning) => warning.code);

describe('checkCreditCode', () => {
  it.each([
    '91350100M000100Y43', '11320000MB151840XJ', '91110000101623741K', '911101066976941872', '52321000MJ5000017N',
    '51321000MJ5000017R', '53320000MJ50000177',
  ])('finds %s good', (code) => {
    expect(checkCreditCode(code)).toMatchObject({ code, wellFormed: true, checksumOk: true });
    expect(codesOf(code)).not.toContain('credit-code.wrong-check');
  });

  it.each(['513210000000000050', '52321002MJ51234550', '52321000MJ50001130'])(
    'finds %s good, whose weighted sum is a multiple of 31',
    (code) => {
      expect(checkCreditCode(code).checksumOk).toBe(true);
    },
  );

  it.each(['91350100M000100Y43', '11320000MB151840XJ', '91110000101623741K', '911101066976941872'])(
    'finds nothing to say about the published code %s',
    (code) => {
      expect(codesOf(code)).toEqual([]);
    },
  );

  it.each([
    ['91350100M000100Y4Z', undefined],
    ['91350100M000100Y42', '3'],
    ['91310115MA1H8R7C6D', '7'],
    ['91350211M0000XUF46', 'R'],
  ])('does not find %s good', (code, expected) => {
    const check = checkCreditCode(code);
    expect(check.checksumOk).toBe(false);
    const warning = check.warnings.find(({ code: name }) => name === 'credit-code.wrong-check');
    expect(warning?.facts.expected).toBe(expected);
  });

  it('warns of a wrong check character and refuses nothing', () => {
    const check = checkCreditCode('91350211M0000XUF46');
    expect(check).toMatchObject({ wellFormed: true, checksumOk: false, divisionCode: '350211' });
    const [warning] = check.warnings;
    expect(warning && tell(warning.sentence, warning.facts, 'en')).toContain('should be R and is 6');
    expect(warning && tell(warning.sentence, warning.facts, 'zh')).toContain('校验码应为R，现为6');
  });

  it.each([
    ['52321000MJ5000017N', '民政', 'Private non-enterprise unit (social service institution)'],
    ['51321000MJ5000017R', '民政', 'Social association'],
    ['53320000MJ50000177', '民政', 'Foundation'],
    ['11320000MB151840XJ', '机构编制', 'State organ'],
    ['91110000101623741K', '市场监督管理（工商）', 'Enterprise'],
  ])('knows who registered %s and as what', (code, registrar, kind) => {
    const check = checkCreditCode(code);
    expect(check.registrar).toMatchObject({ code: code[0], name: { zh: registrar } });
    expect(check.kind).toMatchObject({ code: code[1], name: { en: kind } });
    expect(check.divisionCode).toBe(code.slice(2, 8));
  });

  it('takes registrars that are letters', () => {
    const code = 'N2321002MF1234567';
    const check = checkCreditCode(code + creditCodeCheckCharacter(code));
    expect(check).toMatchObject({ wellFormed: true, checksumOk: true, registrar: { code: 'N' }, kind: { code: '2' } });
  });

  it('warns of a registrar or kind that is not known', () => {
    expect(codesOf('02321000MJ5000017N')).toContain('credit-code.unknown-registrar');
    expect(codesOf('57321000MJ5000017N')).toContain('credit-code.unknown-kind');
  });

  it.each([
    ['', ['credit-code.wrong-length']],
    ['9135010', ['credit-code.wrong-length']],
    ['52321000MJ5000017NN', ['credit-code.wrong-length']],
    ['5232I000MJ5OOOO17N', ['credit-code.foreign-characters', 'credit-code.no-division']],
    ['52321000MJ5000017中', ['credit-code.foreign-characters']],
    ['5232100AMJ5000017N', ['credit-code.no-division']],
  ])('says why %p is not well formed', (text, warnings) => {
    expect(checkCreditCode(text)).toMatchObject({ wellFormed: false, checksumOk: false });
    expect(codesOf(text)).toEqual(warnings);
  });
});

describe('normaliseCreditCode', () => {
  it('throws for no text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(checkCreditCode(text).warnings).toBeDefined()));
  });

  it.each([
    '５２３２１０００ｍｊ５００００１７ｎ', '52321000mj5000017n', ' 52321000 MJ5000017N\n',
    '52-321000-MJ5000017-N', '\u200B52321000MJ5000017N\uFEFF',
  ])('brings %p to its normal form', (text) => {
    expect(normaliseCreditCode(text)).toBe('52321000MJ5000017N');
    expect(checkCreditCode(text).checksumOk).toBe(true);
  });

  it('does nothing more the second time, to anything that a keyboard or a scan gives', () => {
    const typed = fc.constantFrom(...ALPHABET, ...ALPHABET.toLowerCase(), 'Ａ', 'ｚ', '９', 'O', ' ', '\u3000', '-', '－', '\u200B', '中');
    fc.assert(
      fc.property(fc.string({ unit: typed }), (text) => {
        const once = normaliseCreditCode(text);
        expect(normaliseCreditCode(once)).toBe(once);
        expect(checkCreditCode(text).code).toBe(once);
      }),
    );
  });
});

describe('check characters', () => {
  const character = fc.constantFrom(...ALPHABET);
  const firstSeventeen = fc
    .tuple(fc.string({ unit: character, minLength: 2, maxLength: 2 }), fc.integer({ min: 0, max: 999_999 }), fc.string({ unit: character, minLength: 9, maxLength: 9 }))
    .map(([head, division, tail]) => head + String(division).padStart(6, '0') + tail);

  it('make exactly one of the 31 possible endings good', () => {
    fc.assert(
      fc.property(firstSeventeen, (first17) => {
        const good = [...ALPHABET].filter((last) => checkCreditCode(first17 + last).checksumOk);
        expect(good).toEqual([creditCodeCheckCharacter(first17)]);
      }),
    );
  });

  it('betray every single wrong character', () => {
    fc.assert(
      fc.property(firstSeventeen, fc.nat(16), character, (first17, place, wrong) => {
        fc.pre(first17[place] !== wrong);
        const slipped = first17.slice(0, place) + wrong + first17.slice(place + 1);
        expect(creditCodeCheckCharacter(slipped)).not.toBe(creditCodeCheckCharacter(first17));
      }),
    );
  });

  it('are not made up for what is no code', () => {
    expect(creditCodeCheckCharacter('123')).toBeUndefined();
    expect(creditCodeCheckCharacter('O'.repeat(17))).toBeUndefined();
    expect(organisationCodeCheckCharacter('1234567')).toBeUndefined();
  });

  it.each([['10162374', '1'], ['69769418', '7'], ['M000100Y', '4'], ['MB151840', 'X']])(
    'of the published organisation code %s is %s',
    (first8, check) => {
      expect(organisationCodeCheckCharacter(first8)).toBe(check);
    },
  );
});
