import { formatFen, parseFen } from '../../../../ui/money-format.js';

/** What is being typed, and the value that it was read as. */
export interface Typed {
  readonly text: string;
  readonly readAs: string;
}

/** It stands as it was typed only as long as the value is the one it was read as: rows move up when one is removed. */
export const shownFor = (typed: Typed, written: string): string => (typed.readAs === written ? typed.text : written);

/** Sums of money are written in yuan and kept in fen. */
export const writeMeasure = (value: number, money: boolean): string => (money ? formatFen(value).replace(/[¥,]/g, '').replace(/\.00$/, '') : String(value));

/** Null for what is no number, or no sum of money. */
export function readMeasure(text: string, money: boolean): number | null {
  if (money) return parseFen(text);
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d{1,15}(\.\d{0,6})?$/.test(plain) ? Number(plain) : null;
}

/** Several answers, divided as people divide them. */
export const readList = (text: string): string[] => text.split(/[、,，]/).map((one) => one.trim()).filter(Boolean);
export const writeList = (values: readonly (string | number)[]): string => values.join('、');
