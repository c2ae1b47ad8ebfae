import { randomInt } from 'node:crypto';

/** Without letters that are taken for figures or for each other (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Forty random bits. */
export const newCode = (): string => Array.from({ length: 8 }, (_, at) => `${at === 4 ? '-' : ''}${SIGNS[randomInt(SIGNS.length)]}`).join('');

/** As it is typed: in small letters, with an O for a nought, without the hyphen. */
export function readCode(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
