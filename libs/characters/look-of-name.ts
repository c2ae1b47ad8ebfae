import { Converter } from 'opencc-js/t2cn';
import unhomoglyph from 'unhomoglyph';

const simplified = Converter({ from: 't', to: 'cn' });

/** Characters of nearly the same strokes, which no list of Unicode holds: each of the first looks like the one at the same place of the second. */
const STROKES = new Map([...'巿曰己已末戌戍ー'].map((sign, at) => [sign, [...'市日巳巳未戊戊一'][at]!]));

/** What a reader could not tell from another name falls away: marks, spaces, brackets and what nobody sees. */
const UNSEEN = /[^\p{L}\p{N}\p{Radical}]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * What a name looks like: two names which only a machine tells apart have one look. The one place where names are folded, for organisations
 * and for people: width and compatibility forms (NFKC), letters, digits and characters alone, simplified characters (OpenCC), one sign for
 * those that the eye takes for each other (the confusables of Unicode, UTS #39, and a few of our own), one case.
 * @returns '' for a name without any letter, digit or character, which is like no other
 */
export function lookOfName(name: string): string {
  const seen = name.normalize('NFKC').replace(UNSEEN, '');
  const plain = unhomoglyph([...seen].map((sign) => simplified(sign)).join('')).normalize('NFKC').toLowerCase();
  // One case leaves letters whose small form is confusable again: a capital I is an l, a small i beside it nearly one.
  return [...unhomoglyph(plain)].map((sign) => STROKES.get(sign) ?? simplified(sign)).join('').replaceAll('i', 'l').replace(UNSEEN, '');
}
