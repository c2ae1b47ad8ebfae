import type { Rulebook, RulebookCondition, RulebookForm, RulebookQuestion, SentenceView } from '../../../api/index.js';
import { inYuan } from './money.js';
import { listed, say } from './say.js';

type Of<K extends RulebookQuestion['kind']> = Extract<RulebookQuestion, { kind: K }>;

/** What an answer looks like and how much of it is taken, as people want to know before they begin. */
export function askedFor(question: RulebookQuestion): SentenceView {
  return (ASKED[question.kind] as (question: RulebookQuestion) => SentenceView)(question);
}

const ASKED: { [K in RulebookQuestion['kind']]: (question: Of<K>) => SentenceView } = {
  short_text: ({ limit }) => text(say('一行文字', 'one line'), limit),
  long_text: ({ limit }) => text(say('成段文字', 'prose'), limit),
  number: ({ min, max, unit }) => withBounds(say(`数字${unit ? `（${unit.zh}）` : ''}`, `a number${unit ? ` (${unit.en})` : ''}`), min, max, String),
  money: ({ minFen, maxFen }) => withBounds(say('金额', 'an amount'), minFen, maxFen, inYuan),
  choice: ({ most, least }) => (most === 1 ? say('单选', 'choose one') : say(`多选，${least}–${most} 项`, `choose ${least} to ${most}`)),
  date: () => say('日期', 'a date'),
  table: ({ minRows, maxRows }) => say(`表格，${minRows}–${maxRows} 行`, `a table, ${minRows} to ${maxRows} rows`),
  team: ({ minRows, maxRows }) => say(`团队成员，${minRows}–${maxRows} 人`, `team members, ${minRows} to ${maxRows}`),
  beneficiaries: ({ minDirect }) => say(`受益人数，直接受益人不少于 ${minDirect} 人`, `beneficiaries, at least ${minDirect} of them direct`),
  budget: () => say('预算表：单价 × 数量，逐行写明计算依据', 'the budget: unit price × quantity, with the arithmetic noted on every line'),
  file: ({ accept, maxFiles, maxBytes }) => {
    const size = `${Math.round(maxBytes / 1_048_576)} MB`;
    return say(`文件：${accept.join('、').toUpperCase()}，至多 ${maxFiles} 个，每个不超过 ${size}`, `files: ${accept.join(', ').toUpperCase()}, ${maxFiles} at most, ${size} each`);
  },
};

function text(what: SentenceView, { min, max, margin }: { min?: number; max: number; margin: number }): SentenceView {
  const least = min ? say(`${min}–`, `${min} to `) : say('不超过 ', 'at most ');
  const more = margin > 0 ? say(`（超出 ${margin} 字以内仍可提交）`, ` (${margin} more are still taken)`) : say('', '');
  return say(`${what.zh}，${least.zh}${max} 字${more.zh}`, `${what.en}, ${least.en}${max} characters${more.en}`);
}

function withBounds(what: SentenceView, min: number | undefined, max: number | undefined, show: (value: number) => string): SentenceView {
  if (min !== undefined && min === max) return say(`${what.zh}，固定为 ${show(min)}`, `${what.en}, exactly ${show(min)}`);
  if (min !== undefined && max !== undefined) return say(`${what.zh}，${show(min)} 至 ${show(max)}`, `${what.en}, ${show(min)} to ${show(max)}`);
  if (max !== undefined) return say(`${what.zh}，不超过 ${show(max)}`, `${what.en}, at most ${show(max)}`);
  return min === undefined ? what : say(`${what.zh}，不少于 ${show(min)}`, `${what.en}, at least ${show(min)}`);
}

/** `仅当“是否直接服务未成年人”为“是”时填写`: when a conditional question shows. */
export function conditionWords(condition: RulebookCondition, { form, categories }: Pick<Rulebook, 'form' | 'categories'>): SentenceView {
  const inner = innerCondition(condition, form, categories);
  return say(`仅当${inner.zh}时填写`, `Only when ${inner.en}`);
}

function innerCondition(condition: RulebookCondition, form: RulebookForm, categories: Rulebook['categories']): SentenceView {
  const again = (one: RulebookCondition) => innerCondition(one, form, categories);
  const member = (one: RulebookCondition) => (one.kind === 'all' || one.kind === 'any' ? bracketed(again(one)) : again(one));
  switch (condition.kind) {
    case 'all':
      return listed(condition.of.map(member));
    case 'any':
      return listed(condition.of.map(member), 'or');
    case 'not': {
      const inner = again(condition.of);
      return say(`不是（${inner.zh}）`, `not (${inner.en})`);
    }
    default:
      return leaf(condition, form, categories);
  }
}

/** A group inside a group is told apart from its neighbours. */
const bracketed = ({ zh, en }: SentenceView): SentenceView => say(`（${zh}）`, `(${en})`);

type Leaf = Exclude<RulebookCondition, { kind: 'all' | 'any' | 'not' }>;

function leaf(condition: Leaf, form: RulebookForm, categories: Rulebook['categories']): SentenceView {
  const question = form.sections.flatMap(({ questions }) => questions).find(({ key }) => key === condition.question);
  const [zh, en] = [`“${question?.title.zh ?? ''}”`, `“${question?.title.en ?? ''}”`];
  if (condition.kind === 'answered') return say(`已填写${zh}`, `${en} is answered`);
  if (condition.kind === 'equals' || condition.kind === 'one_of') {
    const values = condition.kind === 'equals' ? [condition.value] : condition.values;
    const named = listed(values.map((value) => valueWords(question, value, categories)), 'or');
    return say(`${zh}为${named.zh}`, `${en} is ${named.en}`);
  }
  const bound = question?.kind === 'money' ? inYuan(condition.value) : String(condition.value);
  if (condition.kind === 'at_least') {
    // One fen or one person: the condition asks whether there is any at all.
    return condition.value === 1 ? say(`${zh}大于零`, `${en} is more than zero`) : say(`${zh}不少于 ${bound}`, `${en} is at least ${bound}`);
  }
  return say(`${zh}不超过 ${bound}`, `${en} is at most ${bound}`);
}

function valueWords(question: RulebookQuestion | undefined, value: string | number | boolean, categories: Rulebook['categories']): SentenceView {
  if (question?.kind !== 'choice') return say(String(value), String(value));
  const offered = question.options === 'categories' ? categories : question.options;
  const title = offered.find(({ key }) => key === value)?.title;
  return title ? say(`“${title.zh}”`, `“${title.en}”`) : say(String(value), String(value));
}
