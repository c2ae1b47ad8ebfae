import { say, type Sentence } from '#libs/errors';
import { fen, formatFen } from '#libs/money';
import type { ChoiceOption, Question, Rulebook, TableColumn } from '#modules/calls';
import { readLines, amountOf } from '../budget/budget-line.js';
import { isBlank, isVisible, type Answers } from './answers.js';

/** One answer as people read it: lines of text, or a table. Files are named by their ids. */
export interface AnswerInWords {
  readonly key: string;
  readonly title: Sentence;
  readonly lines: readonly string[];
  readonly table?: { readonly head: readonly Sentence[]; readonly rows: readonly (readonly string[])[]; readonly foot?: readonly string[] };
  readonly files?: readonly string[];
}

export interface SectionInWords {
  readonly key: string;
  readonly title: Sentence;
  readonly answers: readonly AnswerInWords[];
}

type Book = Pick<Rulebook, 'form' | 'categories' | 'budget'>;
type Row = Readonly<Record<string, unknown>>;
type Content = Omit<AnswerInWords, 'key' | 'title'>;

const rowsOf = (answer: unknown): Row[] => (Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === 'object' && row !== null) : []);
const money = (value: unknown): string => (Number.isSafeInteger(value) ? `¥${formatFen(fen(value as number))}` : '');
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const titleOf = (options: readonly ChoiceOption[], key: unknown): string => options.find((option) => option.key === key)?.title.zh ?? text(key);

const TEAM: readonly (readonly [string, Sentence])[] = [
  ['name', say('姓名', 'Name')], ['role', say('项目分工', 'Role')], ['education', say('学历', 'Education')], ['licence', say('专业资质', 'Licence')], ['phone', say('电话', 'Phone')], ['fullTime', say('专职', 'Full time')],
];

const PEOPLE: readonly (readonly [string, Sentence])[] = [
  ['direct', say('直接受益人数', 'People reached directly')], ['indirect', say('间接受益人数', 'People reached indirectly')], ['women', say('其中妇女', 'Women among them')],
  ['children', say('其中儿童', 'Children among them')], ['families', say('家庭户数', 'Families')], ['personTimes', say('服务人次', 'Person-times')],
];

const BUDGET = [say('科目', 'Category'), say('内容', 'Item'), say('单价', 'Unit price'), say('数量', 'Quantity'), say('资金来源', 'Source'), say('金额', 'Amount'), say('说明', 'Note')];

/** The whole form as it was answered, in the order of the form; what does not show is left out. */
export function inWords(book: Book, answers: Answers): SectionInWords[] {
  return book.form.sections.filter((section) => isVisible(section, answers)).map(({ key, title, questions }) => ({
    key, title,
    answers: questions.filter((question) => isVisible(question, answers)).map((question) => ({ key: question.key, title: question.title, ...contentOf(question, answers[key]?.[question.key], book) })),
  }));
}

function contentOf(question: Question, answer: unknown, book: Book): Content {
  if (isBlank(answer)) return { lines: [] };
  switch (question.kind) {
    case 'money': return { lines: [money(answer)] };
    case 'number': return { lines: [[text(answer), question.unit?.zh].join(' ').trim()] };
    case 'choice': return { lines: [answer].flat().map((key) => titleOf(question.options === 'categories' ? book.categories : question.options, key)) };
    case 'file': return { lines: [], files: (answer as unknown[]).filter((id): id is string => typeof id === 'string') };
    default: return tableOf(question, answer, book) ?? { lines: text(answer).split('\n') };
  }
}

function tableOf(question: Question, answer: unknown, book: Book): Content | undefined {
  if (question.kind === 'table') return { lines: [], table: { head: question.columns.map(({ title }) => title), rows: rowsOf(answer).map((row) => question.columns.map((column) => cellOf(column, row[column.key]))) } };
  if (question.kind === 'team') return { lines: [], table: { head: TEAM.map(([, title]) => title), rows: rowsOf(answer).map((row) => TEAM.map(([key]) => (key === 'fullTime' ? (row[key] ? '是' : '否') : text(row[key])))) } };
  if (question.kind === 'beneficiaries') return peopleOf((answer ?? {}) as Row);
  return question.kind === 'budget' ? budgetOf(answer, book) : undefined;
}

const cellOf = ({ kind }: TableColumn, cell: unknown): string => (kind === 'money' ? money(cell) : text(cell));

function peopleOf(answer: Row): Content {
  const counted = PEOPLE.filter(([key]) => answer[key] !== undefined && answer[key] !== null);
  const description = text(answer['description']);
  return { lines: description === '' ? [] : description.split('\n'), table: { head: counted.map(([, title]) => title), rows: [counted.map(([key]) => text(answer[key]))] } };
}

function budgetOf(answer: unknown, { budget }: Book): Content {
  const lines = readLines(answer).filter((line) => line !== null);
  const rows = lines.map((line) => {
    const quantity = [line.quantity, ...(line.days === undefined ? [] : [line.days])].join(' × ');
    return [titleOf(budget.costs, line.category), line.item, money(line.unitFen), `${quantity} ${line.unit}`, titleOf(budget.sources, line.source), money(amountOf(line)), line.note];
  });
  return { lines: [], table: { head: BUDGET, rows, foot: ['合计', '', '', '', '', money(lines.reduce((sum, line) => sum + amountOf(line), 0)), ''] } };
}
