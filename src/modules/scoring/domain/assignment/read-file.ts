import { say, type Sentence } from '#libs/errors';

/** One line of a file of assignments that says something. */
export interface FileLine {
  /** Counted from one, the heading included. */
  readonly line: number;
  readonly number: string;
  readonly judge: string;
  readonly verdict: 'must' | 'never';
  readonly reason: string;
}

export interface FileFault {
  readonly line: number;
  readonly sentence: Sentence;
}

const VERDICTS: Readonly<Record<string, FileLine['verdict']>> = { 安排: 'must', 不安排: 'never', assign: 'must', never: 'never', '': 'must' };

/** Cells of one line: commas, semicolons or tabs; quotes may enclose what holds them. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/**
 * Reads the text of a table (CSV, or copied from a spreadsheet): 申报编号, 评委 (alias or name), 安排/不安排, 理由. A first line
 * without a known verdict and number is the heading. Every fault names its line.
 */
export function readAssignmentFile(text: string): { lines: FileLine[]; faults: FileFault[] } {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = [',', '\t', ';', '，'].find((sign) => rows[0]?.includes(sign)) ?? ',';
  const lines: FileLine[] = [];
  const faults: FileFault[] = [];
  rows.forEach((row, at) => {
    if (row.trim() === '' || (at === 0 && /编号|number/i.test(row))) return;
    const read = lineOf(cellsOf(row, separator), at + 1);
    if ('sentence' in read) faults.push(read);
    else lines.push(read);
  });
  return { lines, faults };
}

function lineOf(cells: readonly string[], line: number): FileLine | FileFault {
  const [number, judge, word, reason] = [0, 1, 2, 3].map((at) => cells[at] ?? '') as [string, string, string, string];
  if (!number) return { line, sentence: say('缺少申报编号', 'The number of the application is missing') };
  if (!judge) return { line, sentence: say('缺少评委代号或姓名', 'The judge’s alias or name is missing') };
  const verdict = VERDICTS[word.toLowerCase()];
  if (!verdict) return { line, sentence: say(`“${word}”应为“安排”或“不安排”`, `"${word}" must be "assign" or "never"`) };
  if ([...reason].length > 500) return { line, sentence: say('理由超过 500 个字', 'The reason is longer than 500 characters') };
  return { line, number, judge, verdict, reason: reason || '按文件安排' };
}
