/** The 31 characters of GB 32100-2015 in the order of their values: no I, O, S, V, Z. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The 18th character that belongs to the first seventeen (GB 32100-2015): weights 3^(i-1) mod 31;
 * where the weighted sum is a multiple of 31 the character is 0, which many programmes get wrong.
 * `undefined` unless given seventeen characters of the alphabet.
 */
export function creditCodeCheckCharacter(first17: string): string | undefined {
  const values = [...first17].map((character) => CREDIT_CODE_ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  let [sum, weight] = [0, 1];
  for (const value of values) [sum, weight] = [sum + value * weight, (weight * 3) % 31];
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31];
}

/**
 * The 9th character that belongs to the first eight of an organisation code (GB 11714-1997):
 * letters count from A = 10, sums are taken modulo 11 and ten is written X.
 * `undefined` unless given eight digits or capital letters.
 */
export function organisationCodeCheckCharacter(first8: string): string | undefined {
  if (!/^[0-9A-Z]{8}$/.test(first8)) return undefined;
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + Number.parseInt(first8[i] ?? '', 36) * weight, 0);
  return '0123456789X'[(11 - (sum % 11)) % 11];
}
