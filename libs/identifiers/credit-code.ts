import { say } from '#libs/errors';
import type { Facts, Sentence } from '#libs/errors';
import { CREDIT_CODE_ALPHABET, creditCodeCheckCharacter, organisationCodeCheckCharacter } from './check-characters.js';
import { REGISTRARS } from './registrars.js';

/** What one position of a credit code stands for. */
export interface Meaning {
  readonly code: string;
  readonly name: Sentence;
}

/** Something about a credit code that a person should look at. */
export interface Warning {
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: Facts;
}

/** What can be said of a credit code from the code alone. */
export interface CreditCodeCheck {
  /** The code in its normal form, whether or not it is well formed. */
  readonly code: string;
  /** Eighteen characters of the alphabet, with digits for the division. Nothing else is worth storing. */
  readonly wellFormed: boolean;
  readonly checksumOk: boolean;
  /** Position 1, where it is known. */
  readonly registrar?: Meaning;
  /** Position 2, where it is known for the registrar. */
  readonly kind?: Meaning;
  /** Positions 3 to 8: the registrar's division after GB/T 2260, e.g. 321000. */
  readonly divisionCode?: string;
  readonly warnings: readonly Warning[];
}

const WELL_FORMED = new RegExp(`^[${CREDIT_CODE_ALPHABET}]{2}\\d{6}[${CREDIT_CODE_ALPHABET}]{10}$`);

const WRONG_LENGTH = say('统一社会信用代码应为18位，现为{length}位', 'A unified social credit code has 18 characters; this has {length}');
const FOREIGN_CHARACTERS = say(
  '统一社会信用代码不使用这些字符：{characters}',
  'A unified social credit code does not use these characters: {characters}',
);
const NO_DIVISION = say('第3至8位应为数字（登记机关行政区划码）', 'Characters 3 to 8 must be digits (the division of the registrar)');
const WRONG_CHECK = say(
  '校验码应为{expected}，现为{found}；请核对证书，确与证书一致的可凭证明材料使用',
  'The check character should be {expected} and is {found}; compare it with the certificate, and give evidence if that says the same',
);
const WRONG_ORGANISATION_CHECK = say(
  '组织机构代码（第9至17位）的校验码应为{expected}，现为{found}',
  'The check character of the organisation code (characters 9 to 17) should be {expected} and is {found}',
);
const UNKNOWN_REGISTRAR = say('登记管理部门代码“{character}”未知', 'The registrar “{character}” is not known');
const UNKNOWN_KIND = say('机构类别代码“{character}”未知', 'The kind of organisation “{character}” is not known for this registrar');

/** Brings a code to its normal form: half-width capitals without spaces, hyphens or invisible characters. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '').toUpperCase();
}

/**
 * Checks a unified social credit code (统一社会信用代码) after GB 32100-2015. Never throws.
 *
 * A wrong check character is a warning: codes that contradict their own check character are printed on
 * certificates, so a person must be able to go on with evidence.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normaliseCreditCode(text);
  if (!WELL_FORMED.test(code)) return { code, wellFormed: false, checksumOk: false, warnings: faultsOfForm(code) };
  const [first = '', second = ''] = code;
  const registrar = REGISTRARS[first];
  const kind = registrar?.kinds[second];
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  const checksumOk = code[17] === expected;
  return {
    code,
    wellFormed: true,
    checksumOk,
    ...(registrar && { registrar: { code: first, name: registrar.name } }),
    ...(kind && { kind: { code: second, name: kind } }),
    divisionCode: code.slice(2, 8),
    warnings: [
      ...warn(!checksumOk, 'wrong-check', WRONG_CHECK, { expected, found: code[17] }),
      ...organisationWarnings(code.slice(8, 17)),
      ...warn(!registrar, 'unknown-registrar', UNKNOWN_REGISTRAR, { character: first }),
      ...warn(registrar !== undefined && !kind, 'unknown-kind', UNKNOWN_KIND, { character: second }),
    ],
  };
}

function organisationWarnings(organisationCode: string): Warning[] {
  const expected = organisationCodeCheckCharacter(organisationCode.slice(0, 8));
  const found = organisationCode[8];
  return warn(found !== expected, 'wrong-organisation-check', WRONG_ORGANISATION_CHECK, { expected, found });
}

function faultsOfForm(code: string): Warning[] {
  const characters = [...code];
  const foreign = [...new Set(characters.filter((character) => !CREDIT_CODE_ALPHABET.includes(character)))];
  return [
    ...warn(characters.length !== 18, 'wrong-length', WRONG_LENGTH, { length: characters.length }),
    ...warn(foreign.length > 0, 'foreign-characters', FOREIGN_CHARACTERS, { characters: foreign.slice(0, 18) }),
    ...warn(characters.length === 18 && /[A-Z]/.test(code.slice(2, 8)), 'no-division', NO_DIVISION, {}),
  ];
}

function warn(needed: boolean, code: string, sentence: Sentence, facts: Facts): Warning[] {
  return needed ? [{ code: `credit-code.${code}`, sentence, facts }] : [];
}
