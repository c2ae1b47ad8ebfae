export const yuan = (fen) => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });

/** @returns {string[]} an empty line, and what follows with its sum */
export const heading = (zh, en, total) => ['', `${zh} ${en}：${total}`];

/** Chinese characters and their punctuation take two columns of a terminal. */
export const widthOf = (text) => [...text].reduce((columns, one) => columns + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(one) ? 2 : 1), 0);

/**
 * Rows under their titles, each column as wide as its widest cell.
 * @param {string[]} titles none: no line of titles
 * @param {(string | number)[][]} rows
 * @param {number[]} right columns of figures
 * @returns {string[]}
 */
export function columns(titles, rows, right) {
  const lines = (titles.length > 0 ? [titles, ...rows] : rows).map((cells) => cells.map(String));
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((cells) => widthOf(cells[at])))) ?? [];
  const padded = (text, at) => {
    const space = ' '.repeat(widths[at] - widthOf(text));
    return right.includes(at) ? space + text : text + space;
  };
  return lines.map((cells) => `  ${cells.map(padded).join('  ')}`.trimEnd());
}
