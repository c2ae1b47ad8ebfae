import { randomInt, timingSafeEqual } from 'node:crypto';

/** Without 0, 1, I and O, which are mistaken for one another on paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A code to hand out, such as `K7MQ4XZP`; 40 bits of chance. */
export const newAccessCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Whether it is the code, however it was typed: spaces, hyphens and small letters are forgiven. */
export function isAccessCode(code: string | null, typed: string | undefined): boolean {
  const plain = (typed ?? '').toUpperCase().replace(/[\s-]/g, '');
  return code !== null && plain.length === code.length && /^[\x20-\x7e]*$/.test(plain) && timingSafeEqual(Buffer.from(code), Buffer.from(plain));
}
