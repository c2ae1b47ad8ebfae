import { invalid, say, type Problem, type Sentence } from '#libs/errors';
import type { FormRow } from './score-form.js';

export interface KnownApplication {
  readonly applicationId: string;
  readonly number: string;
  readonly projectName: string;
}

export interface ImportedScore {
  readonly applicationId: string;
  readonly value: string;
  readonly note: string;
}

export const IMPORT_HEADER = ['申报编号 Number', '项目 Project', '得分 Score', '依据 Evidence'] as const;

const DECIMAL = /^\d{1,9}(\.\d{1,4})?$/;
/** With fewer lines a row of 1, 2, 3 may well be scores. */
const LEAST_FOR_RANKS = 4;

const SENTENCES: Record<string, Sentence> = {
  number_unknown: say('第 {line} 行：没有编号为“{number}”的申报', 'Line {line}: no application has the number "{number}"'),
  name_differs: say('第 {line} 行：编号 {number} 的项目是“{name}”，表中是“{given}”，可能错行或移动了列', 'Line {line}: {number} is "{name}", the file says "{given}": a line or column may have slipped'),
  value_malformed: say('第 {line} 行：得分“{value}”不是 0 到 {max} 之间的数', 'Line {line}: the score "{value}" is no number from 0 to {max}'),
  note_missing: say('第 {line} 行：缺少依据', 'Line {line}: the evidence is missing'),
  number_twice: say('第 {line} 行：编号 {number} 重复出现', 'Line {line}: {number} stands there twice'),
};

const told = (line: number, code: string, facts: Record<string, unknown> = {}): Problem => ({ path: String(line), code, sentence: SENTENCES[code]!, facts: { line, ...facts } });

interface Line {
  readonly line: number;
  readonly number: string;
  readonly given: string;
  readonly value: string;
  readonly note: string;
}

const text = (cell: FormRow['cells'][number] | undefined): string => (cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim());

/**
 * Reads scores from outside. One doubtful line refuses the file: ranks pasted as scores (the best would get the lowest), a moved column,
 * a slipped line, somebody twice.
 * @throws DomainError `import_foreign`, `ranks_not_scores`, `import_faulty` naming every line
 */
export function readOutsideScores(rows: readonly FormRow[], known: readonly KnownApplication[], max: number): ImportedScore[] {
  const [head, ...body] = rows;
  const at = IMPORT_HEADER.findIndex((header, column) => header.normalize('NFKC') !== text(head?.cells[column]));
  if (at >= 0) throw invalid('import_foreign', say('第 {column} 列应为“{header}”，请用下载的模板填写', 'Column {column} should be "{header}"; please fill in the template'), { column: at + 1, header: IMPORT_HEADER[at]! });
  const lines = body.map(({ number: line, cells }): Line => ({ line, number: text(cells[0]), given: text(cells[1]), value: text(cells[2]), note: text(cells[3]) })).filter(({ number, value }) => number !== '' || value !== '');
  const problems = lines.flatMap((line, index) => problemsOf(line, lines.slice(0, index), known, max));
  if (problems.length > 0) throw invalid('import_faulty', say('文件有 {count} 处问题，没有录入任何得分', 'The file has {count} faults; nothing was taken'), { count: problems.length, problems });
  refuseRanks(lines);
  return lines.map(({ number, value, note }) => ({ applicationId: known.find((one) => one.number === number)!.applicationId, value, note }));
}

function problemsOf({ line, number, given, value, note }: Line, before: readonly Line[], known: readonly KnownApplication[], max: number): Problem[] {
  const found = known.find((one) => one.number === number);
  if (!found) return [told(line, 'number_unknown', { number })];
  const name = found.projectName.normalize('NFKC').trim();
  return [
    ...(before.some((other) => other.number === number) ? [told(line, 'number_twice', { number })] : []),
    ...(name === given ? [] : [told(line, 'name_differs', { number, name, given })]),
    ...(DECIMAL.test(value) && Number(value) <= max ? [] : [told(line, 'value_malformed', { value, max })]),
    ...(note.length >= 2 ? [] : [told(line, 'note_missing')]),
  ];
}

/** Every whole number from one to the number of lines, each once: a column of ranks. */
function refuseRanks(lines: readonly Line[]): void {
  if (lines.length < LEAST_FOR_RANKS) return;
  const values = lines.map(({ value }) => Number(value)).sort((a, b) => a - b);
  if (values.some((value, at) => value !== at + 1)) return;
  throw invalid('ranks_not_scores', say('得分一列恰好是 1 到 {count}，像是名次而不是得分；没有录入任何得分', 'The scores are exactly 1 to {count}: they look like ranks; nothing was taken'), { count: lines.length });
}
