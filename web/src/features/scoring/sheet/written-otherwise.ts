import type { JudgedApplicationView } from '../../../api/index.js';

const WORTH_TRANSLATING = 12;

/** Whether anything that the applicant wrote is in the other language: only then is a translation worth asking for. */
export function writtenOtherwise({ sections }: Pick<JudgedApplicationView, 'sections'>, reader: 'zh' | 'en'): boolean {
  const written = sections.flatMap(({ answers }) => answers).filter(({ question: { kind } }) => kind === 'long_text' || kind === 'short_text').map(({ answer }) => (typeof answer === 'string' ? answer : ''));
  return written.some((text) => (reader === 'en' ? /\p{Script=Han}/u.test(text) : latinLetters(text) >= WORTH_TRANSLATING && latinLetters(text) > hanCharacters(text)));
}

const latinLetters = (text: string): number => (text.match(/\p{Script=Latin}/gu) ?? []).length;
const hanCharacters = (text: string): number => (text.match(/\p{Script=Han}/gu) ?? []).length;
