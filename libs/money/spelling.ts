/**
 * One piece of an amount in words. A piece that may be written or left out says which of both
 * our own writing does; a reader takes either.
 */
export interface Piece {
  readonly text: string;
  readonly optional?: 'written' | 'omitted';
}

export const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''];
const GROUPS = ['万', '亿', '万', '元'];

const always = (text: string): Piece => ({ text });

/**
 * Spells an amount of 0 fen or more. The rules are those of the annex 正确填写票据和结算凭证的基本规定
 * of the People's Bank (支付结算办法, 银发〔1997〕393号): one 零 for a run of zeros inside; where the run
 * reaches down to the 万 or 元 digit and the very next digit is not zero, 零 may be left out; 零 stands
 * after 元 where 角 is zero and 分 is not; 整 must end an amount of whole yuan, may end one of whole
 * jiao and never follows 分.
 */
export function spell(amount: number): Piece[] {
  if (amount === 0) return [always('零元'), always('整')];
  const yuan = Math.floor(amount / 100);
  const spelled = yuan === 0 ? [] : spellYuan(yuan);
  return [...spelled, ...spellCents(amount % 100, yuan)];
}

function spellCents(cents: number, yuan: number): Piece[] {
  if (cents === 0) return [always('整')];
  const [jiao, fen] = [Math.floor(cents / 10), cents % 10];
  const zero = yuan === 0 ? [] : spellZeroBeforeCents(jiao, yuan % 10);
  const tenths = jiao === 0 ? [] : [always(`${DIGITS[jiao]}角`)];
  const end: Piece = fen === 0 ? { text: '整', optional: 'omitted' } : always(`${DIGITS[fen]}分`);
  return [...zero, ...tenths, end];
}

function spellZeroBeforeCents(jiao: number, lastYuan: number): Piece[] {
  if (jiao === 0) return [always('零')];
  return lastYuan === 0 ? [{ text: '零', optional: 'omitted' }] : [];
}

function spellYuan(yuan: number): Piece[] {
  const digits = String(yuan).padStart(16, '0');
  const groups = [0, 4, 8, 12].map((start) => digits.slice(start, start + 4));
  const pieces: Piece[] = [];
  let zeros = false;
  groups.forEach((group, index) => {
    [...group].forEach((digit, place) => {
      if (digit === '0') {
        zeros = pieces.length > 0;
        return;
      }
      if (zeros) pieces.push(place === 0 ? { text: '零', optional: 'written' } : always('零'));
      zeros = false;
      pieces.push(always(`${DIGITS[Number(digit)]}${PLACES[place]}`));
    });
    if (isNamed(groups, index)) pieces.push(always(GROUPS[index] ?? ''));
  });
  return pieces;
}

/** 亿 closes the 万 of 万亿 as well, and 元 closes every amount; 万 only where it has digits. */
function isNamed(groups: readonly string[], index: number): boolean {
  const hasDigits = (group: string | undefined): boolean => group !== '0000';
  if (index === 1) return hasDigits(groups[0]) || hasDigits(groups[1]);
  return index === 3 || hasDigits(groups[index]);
}
