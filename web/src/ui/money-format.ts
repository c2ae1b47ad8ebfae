const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Integer fen to `30,000.00`; the sign of a negative amount leads. Never passes through a fraction of a yuan. */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const cents = String(Math.abs(fen) % 100).padStart(2, '0');
  const grouped = GROUPED.format(whole);
  return `${fen < 0 ? '−' : ''}¥${grouped}.${cents}`;
}

/**
 * What people type or paste (`1,200.5`, `￥1 200`, full-width digits) to integer fen; `null` when it is no amount,
 * is negative, has more than two decimals or is beyond exact integers.
 */
export function parseFen(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥\s,元]/g, '');
  const match = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
