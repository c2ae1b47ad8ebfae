import { invalid, say } from '#libs/errors';
import type { Fen } from './fen.js';
import { fen } from './fen.js';
import { DIGITS, spell } from './spelling.js';

const NEGATIVE = say('负数金额没有大写写法', 'A negative amount has no form in words');
const NOT_WORDS = say('“{value}”不是正确的大写金额', '“{value}” is not a correct amount in words');

/** Traditional and alternative characters that the bank's annex asks to accept. */
const ALIKE: Readonly<Record<string, string>> = {
  貳: '贰', 參: '叁', 叄: '叁', 陸: '陆', 億: '亿', 萬: '万', 圓: '元', 圆: '元', 正: '整', 幣: '币',
};

const UNITS = [['亿', 1e8], ['万', 1e4], ['仟', 1000], ['佰', 100], ['拾', 10]] as const;
const AMOUNT = /^(?:(?<yuan>.+)元)?零?(?:(?<jiao>.)角)?(?:(?<fen>.)分)?整?$/u;

/** More characters than the longest amount that can be recorded exactly. */
const LONGEST = 60;

/**
 * Writes an amount in words (大写金额) as contracts and receipts need it: `人民币壹仟肆佰零玖元伍角`.
 *
 * Of the forms that the rules allow, this is ours: prefix 人民币; 整 (not 正) only after whole yuan;
 * 零 written after a zero 万 or 亿 digit (贰拾万零捌仟元整), left out after a zero 元 digit before 角
 * (壹仟陆佰捌拾元叁角贰分).
 *
 * @throws DomainError `invalid money.negative-in-words`
 */
export function toWords(amount: Fen): string {
  if (amount < 0) throw invalid('money.negative-in-words', NEGATIVE);
  const written = spell(amount).filter((piece) => piece.optional !== 'omitted');
  return `人民币${written.map((piece) => piece.text).join('')}`;
}

/**
 * Reads an amount in words in every form that the rules allow: with or without 人民币, with 整 or 正,
 * with or without an optional 零, with traditional characters. Anything else is refused, since
 * an amount in words exists to catch a slip in the figures.
 *
 * @throws DomainError `invalid money.not-words`
 */
export function fromWords(text: string): Fen {
  const words = [...text.normalize('NFKC').replace(/\s/g, '')].map((c) => ALIKE[c] ?? c).join('').replace(/^人民币/, '');
  const amount = weigh(words);
  if (amount === undefined || !accepted(amount).test(words)) {
    throw invalid('money.not-words', NOT_WORDS, { value: text });
  }
  return fen(amount);
}

/** Every accepted way to write the amount, as a pattern. */
function accepted(amount: number): RegExp {
  const pattern = spell(amount).map((piece) => (piece.optional ? `${piece.text}?` : piece.text));
  return new RegExp(`^${pattern.join('')}$`);
}

/** What the characters are worth in fen, without asking whether they stand in good order. */
function weigh(words: string): number | undefined {
  const parts = words.length > LONGEST ? undefined : AMOUNT.exec(words)?.groups;
  if (!parts) return undefined;
  const amount = worth(parts.yuan ?? '') * 100 + worth(parts.jiao ?? '') * 10 + worth(parts.fen ?? '');
  return Number.isSafeInteger(amount) ? amount : undefined;
}

function worth(words: string): number {
  for (const [unit, factor] of UNITS) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return worth(words.slice(0, at)) * factor + worth(words.slice(at + 1));
  }
  const digit = words.replaceAll('零', '');
  if (digit.length > 1) return Number.NaN;
  return DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number.NaN;
}
