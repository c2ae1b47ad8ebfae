import { readProgramme, publishedProgrammes } from '../../programmes/published-programmes.js';
import type { Condition } from './application-form.js';
import { askedWords, conditionWords } from './question-words.js';
import type { Rulebook } from './rulebook.js';

const book = readProgramme('yangzhou-2021') as Rulebook;
const questions = book.form.sections.flatMap((section) => section.questions);
const choice = questions.find(({ kind }) => kind === 'choice')!;
const money = questions.find(({ kind }) => kind === 'money')!;

describe('questions in words', () => {
  it.each([...publishedProgrammes])('say of every question of %s what is asked, in both languages', (code) => {
    const programme = readProgramme(code) as Rulebook;
    for (const question of programme.form.sections.flatMap((section) => section.questions)) {
      const { zh, en } = askedWords(question, programme);
      expect(`${zh} ${en}`).not.toMatch(/undefined|null|NaN|_/);
      expect(zh.length).toBeGreaterThan(1);
    }
  });

  it('tell a group inside a group apart', () => {
    const one: Condition = { kind: 'answered', question: money.key };
    const condition: Condition = { kind: 'all', of: [one, { kind: 'any', of: [{ kind: 'at_least', question: money.key, value: 3_000_000 }, { kind: 'not', of: one }] }] };
    expect(conditionWords(condition, book).zh).toBe(`仅当已填写“${money.title.zh}”，并且（“${money.title.zh}”不少于 ¥30,000.00，或者不是（已填写“${money.title.zh}”））时填写`);
  });

  it('name the options of a choice', () => {
    const key = (choice as { options: { key: string; title: { zh: string } }[] | 'categories' }).options === 'categories' ? book.categories[0]! : (choice as { options: { key: string; title: { zh: string; en: string } }[] }).options[0]!;
    expect(conditionWords({ kind: 'one_of', question: choice.key, values: [key.key] }, book).zh).toBe(`仅当“${choice.title.zh}”为“${key.title.zh}”时填写`);
  });
});
