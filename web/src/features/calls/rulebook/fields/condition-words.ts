import type { Rulebook, RulebookCondition, RulebookQuestion } from '../../../../api/index.js';
import { formatFen, inLanguage, type Pair } from '../../../../ui/index.js';
import { questionsOf } from '../references.js';
import { say, type Sentence } from './words.js';

export type SimpleCondition = Extract<RulebookCondition, { question: string }>;

export const OPERATORS: Readonly<Record<SimpleCondition['kind'], Pair>> = {
  answered: ['已填写', 'is answered'],
  equals: ['等于', 'is'],
  one_of: ['是其中之一', 'is one of'],
  at_least: ['不低于', 'is at least'],
  at_most: ['不高于', 'is at most'],
};

/** What a choice question may be answered with. */
export function optionsOfQuestion(question: RulebookQuestion | undefined, book: Rulebook): readonly { readonly key: string; readonly title: Sentence }[] {
  if (question?.kind !== 'choice') return [];
  return question.options === 'categories' ? book.categories.filter(({ open }) => open) : question.options;
}

/** A condition as a person would say it. */
export function conditionWords(condition: RulebookCondition, book: Rulebook, language: 'zh' | 'en'): string {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((inner) => bracketed(inner, conditionWords(inner, book, language), language));
    return parts.join(inLanguage(condition.kind === 'all' ? ['，并且', ', and '] : ['，或者', ', or '], language));
  }
  if (condition.kind === 'not') return `${inLanguage(['不符合：', 'not: '], language)}${conditionWords(condition.of, book, language)}`;
  const question = questionsOf(book).find(({ key }) => key === condition.question);
  if (!question) return inLanguage(['（还没有选题目）', '(no question chosen yet)'], language);
  const title = inLanguage(['“{q}”', '“{q}”'], language).replace('{q}', say(question.title, language));
  return [title, inLanguage(OPERATORS[condition.kind], language), comparedWith(condition, question, book, language)].filter(Boolean).join(language === 'zh' ? '' : ' ');
}

/** A group inside a group is told apart from its neighbours. */
function bracketed(condition: RulebookCondition, words: string, language: 'zh' | 'en'): string {
  if (condition.kind !== 'all' && condition.kind !== 'any') return words;
  return language === 'zh' ? `（${words}）` : `(${words})`;
}

function comparedWith(condition: SimpleCondition, question: RulebookQuestion | undefined, book: Rulebook, language: 'zh' | 'en'): string {
  if (condition.kind === 'answered') return '';
  const values = condition.kind === 'one_of' ? condition.values : [condition.value];
  const options = optionsOfQuestion(question, book);
  const words = values.map((value) => {
    if (question?.kind === 'money' && typeof value === 'number') return formatFen(value);
    const option = options.find(({ key }) => key === value);
    return option ? say(option.title, language) : String(value);
  });
  return words.join(language === 'zh' ? '、' : ', ');
}
