import { useCallback } from 'react';
import type { Language } from '../../api/language.js';
import { useLanguage } from './texts.js';

/** A message as the server words it. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** `const say = useSay(); say(call.title)`: the server's words in the reader's language. */
export function useSay(): (sentence: Sentence) => string {
  const language = useLanguage();
  return useCallback((sentence: Sentence) => sentence[language], [language]);
}

/** `const join = useJoin(); join(names)`: a list as the reader's language writes it. */
export function useJoin(): (list: readonly string[]) => string {
  const language = useLanguage();
  return useCallback((list: readonly string[]) => list.join(language === 'zh' ? '、' : ', '), [language]);
}

/** What stands between words and around them; Chinese has marks of its own for each. */
export interface Marks {
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  /** Between two sentences, and at the end of the first. */
  readonly stop: string;
  /** Puts words into brackets; in English with the space before them. */
  readonly aside: (words: string) => string;
}

const MARKS: Readonly<Record<Language, Marks>> = {
  zh: { comma: '，', semicolon: '；', colon: '：', stop: '。', aside: (words) => `（${words}）` },
  en: { comma: ', ', semicolon: '; ', colon: ': ', stop: '. ', aside: (words) => ` (${words})` },
};

/** `const marks = useMarks(); words.join(marks.semicolon)`: punctuation as the reader's language writes it. */
export const useMarks = (): Marks => MARKS[useLanguage()];
