import { say, type Sentence } from '#libs/errors';
import { formatFen, type Fen } from '#libs/money';
import type { Condition, Question } from './application-form.js';
import type { Rulebook } from './rulebook.js';

type Book = Pick<Rulebook, 'form' | 'categories'>;
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** What an answer looks like and how much of it is taken, for whoever reads the form on paper. */
export const askedWords = (question: Question, book: Book): Sentence => (ASKED[question.kind] as (question: Question, book: Book) => Sentence)(question, book);

const ASKED: { [K in Question['kind']]: (question: Of<K>, book: Book) => Sentence } = {
  short_text: ({ limit }) => say(`一行文字，不超过 ${limit.max} 字`, `one line, at most ${limit.max} characters`),
  long_text: ({ limit }) => say(`成段文字，${limit.min ? `${limit.min} 至` : '不超过'} ${limit.max} 字`, `prose, ${limit.min ? `${limit.min} to` : 'at most'} ${limit.max} characters`),
  number: ({ unit }) => (unit ? say(`数字（${unit.zh}）`, `a number (${unit.en})`) : say('数字', 'a number')),
  money: ({ maxFen }) => (maxFen === undefined ? say('金额', 'an amount') : say(`金额，不超过 ${formatFen(maxFen)}`, `an amount, at most ${formatFen(maxFen)}`)),
  choice: (question, book) => {
    const offered = optionsOf(question, book).map(({ title }) => title);
    const many = question.most === 1 ? say('单选', 'choose one') : say(`多选，${question.least} 至 ${question.most} 项`, `choose ${question.least} to ${question.most}`);
    return say(`${many.zh}：${offered.map(({ zh }) => zh).join('、')}`, `${many.en}: ${offered.map(({ en }) => en).join(', ')}`);
  },
  date: () => say('日期', 'a date'),
  table: ({ columns, minRows, maxRows }) => say(`表格，${minRows} 至 ${maxRows} 行：${columns.map(({ title }) => title.zh).join('、')}`, `a table of ${minRows} to ${maxRows} rows: ${columns.map(({ title }) => title.en).join(', ')}`),
  team: ({ minRows, maxRows }) => say(`团队成员，${minRows} 至 ${maxRows} 人`, `team members, ${minRows} to ${maxRows}`),
  beneficiaries: ({ minDirect }) => say(`受益人数，直接受益人不少于 ${minDirect} 人`, `beneficiaries, at least ${minDirect} of them direct`),
  budget: () => say('预算表：单价、数量和计算依据，逐行填写', 'the budget: unit price, quantity and arithmetic on every line'),
  file: ({ accept, maxFiles, maxBytes }) => {
    const [types, size] = [accept.map((type) => type.toUpperCase()), Math.round(maxBytes / 1_048_576)];
    return say(`文件：${types.join('、')}，至多 ${maxFiles} 个，每个不超过 ${size} MB`, `files: ${types.join(', ')}, ${maxFiles} at most, ${size} MB each`);
  },
};

const optionsOf = ({ options }: Of<'choice'>, { categories }: Book) => (options === 'categories' ? categories.filter(({ open }) => open) : options);

/** When a conditional question is asked. */
export function conditionWords(condition: Condition, book: Book): Sentence {
  const { zh, en } = inner(condition, book);
  return say(`仅当${zh}时填写`, `Only when ${en}`);
}

function inner(condition: Condition, book: Book): Sentence {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const members = condition.of.map((one) => (one.kind === 'all' || one.kind === 'any' ? bracketed(inner(one, book)) : inner(one, book)));
    const [zh, en] = condition.kind === 'all' ? ['，并且', ', and '] : ['，或者', ', or '];
    return say(members.map((member) => member.zh).join(zh), members.map((member) => member.en).join(en));
  }
  if (condition.kind !== 'not') return compared(condition, book);
  const denied = bracketed(inner(condition.of, book));
  return say(`不是${denied.zh}`, `not ${denied.en}`);
}

const bracketed = ({ zh, en }: Sentence): Sentence => say(`（${zh}）`, `(${en})`);

type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

function compared(condition: Leaf, book: Book): Sentence {
  const question = book.form.sections.flatMap(({ questions }) => questions).find(({ key }) => key === condition.question);
  const title = say(`“${question?.title.zh ?? ''}”`, `"${question?.title.en ?? ''}"`);
  switch (condition.kind) {
    case 'answered':
      return say(`已填写${title.zh}`, `${title.en} is answered`);
    case 'equals':
      return amongst(title, [titleOf(question, condition.value, book)]);
    case 'one_of':
      return amongst(title, condition.values.map((value) => titleOf(question, value, book)));
    default:
      return bounded(title, condition, question);
  }
}

const amongst = (title: Sentence, values: readonly Sentence[]): Sentence =>
  say(`${title.zh}为${values.map(({ zh }) => zh).join('或')}`, `${title.en} is ${values.map(({ en }) => en).join(' or ')}`);

function bounded(title: Sentence, { kind, value }: Extract<Leaf, { kind: 'at_least' | 'at_most' }>, question: Question | undefined): Sentence {
  const bound = question?.kind === 'money' ? formatFen(value as Fen) : String(value);
  return kind === 'at_least' ? say(`${title.zh}不少于 ${bound}`, `${title.en} is at least ${bound}`) : say(`${title.zh}不超过 ${bound}`, `${title.en} is at most ${bound}`);
}

function titleOf(question: Question | undefined, value: string | number | boolean, book: Book): Sentence {
  const title = question?.kind === 'choice' ? optionsOf(question, book).find(({ key }) => key === value)?.title : undefined;
  return title ? say(`“${title.zh}”`, `"${title.en}"`) : say(String(value), String(value));
}
