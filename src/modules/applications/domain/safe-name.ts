import { startOfTail } from '#libs/characters';

/** A name of a file that every system takes, made of words that people have written; Chinese stays. */
export function safeName(words: readonly string[]): string {
  const name = words.map(safe).filter((word) => word !== '').join('-');
  return [...name].slice(0, 80).join('') || '申报书';
}

function safe(word: string): string {
  const plain = word.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replace(/["<>:|?*%;/\\]/g, '_').replace(/^[\s.]+/, '');
  return plain.slice(0, startOfTail(plain, /[\s.]/));
}
