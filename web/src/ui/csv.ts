/** As in `libs/spreadsheets`: what a spreadsheet would take for a formula (OWASP ASVS 5.0, 1.2.10). */
const STARTS_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

type Cell = string | number | null;

/** Comma-separated lines (RFC 4180) that spreadsheets open in Chinese; no text becomes a formula. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  const safe = typeof cell === 'string' && STARTS_FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
