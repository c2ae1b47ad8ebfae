import { useCallback } from 'react';
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
