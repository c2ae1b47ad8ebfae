import { invalid, say } from '#libs/errors';

/** What a cell may hold. A `Date` is an instant and is shown as Beijing time. */
export type Cell = string | number | boolean | Date | null | undefined;

export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** China keeps one time zone without summer time since 1992. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** A spreadsheet cannot hold more characters in one cell. */
const MAX_CELL = 32_767;

/** The full-width forms are turned into the half-width ones by some programmes. */
const STARTS_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** What XML cannot carry and no person types. */
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu;

/**
 * Text that no spreadsheet takes for a formula: a single quote is put before a first character of
 * `= + - @`, tab, line end or NUL (OWASP ASVS 5.0, 1.2.10). Throws `sheet.cell-too-long`.
 */
export function safeText(text: string): string {
  const printable = text.replace(UNPRINTABLE, '');
  const safe = STARTS_FORMULA.test(text) || STARTS_FORMULA.test(printable) ? `'${printable}` : printable;
  if (safe.length > MAX_CELL) {
    throw invalid('sheet.cell-too-long', say('单元格内容超过{limit}字', 'A cell holds more than {limit} characters'), {
      limit: MAX_CELL,
    });
  }
  return safe;
}

/** Throws `sheet.number-not-finite`: a sheet has no place for infinity. */
export function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw invalid('sheet.number-not-finite', say('数值无效', 'The number is not valid'), { value: String(value) });
}

/** The instant whose UTC fields read as the Beijing wall clock; sheets know no time zone. */
export const beijingWallClock = (instant: Date): Date => new Date(instant.getTime() + BEIJING_OFFSET_MS);
