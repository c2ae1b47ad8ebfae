import { unreadable } from './unreadable.js';

/** A spreadsheet cannot hold more characters in one cell; escapes of six characters may stand for one. */
const MAX_RAW = 32_767 * 7;

/** `NFKC` makes one of what looks alike, full-width digits and marks included; `NFC` leaves a text with its Chinese marks. */
export type TextForm = 'NFKC' | 'NFC';

/** One form for what looks the same (full-width digits, U+3000), without control characters and outer blanks. */
export function tidy(text: string, form: TextForm = 'NFKC'): string {
  if (text.length > MAX_RAW) throw unreadable('cell too long');
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .normalize(form)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]|\p{Cs}/gu, '')
    .trim();
}
