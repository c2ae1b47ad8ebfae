import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTag, storeLanguage, type Language } from '../../api/language.js';
import { i18n } from './i18n.js';

/** One text in both languages; the optional third is the English singular, used when `count` is 1. */
export type Pair = readonly [zh: string, en: string, enOne?: string];

type Facts<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Facts<Rest> : never;
type FactsOf<P> = P extends readonly [infer Zh extends string, ...unknown[]] ? Facts<Zh> : never;
type Told<P> = [FactsOf<P>] extends [never] ? [] : [facts: Readonly<Record<FactsOf<P>, string | number>>];
/** English may leave a fact out but must not name one that Chinese does not. */
type Complete<P> = P extends readonly [infer Zh extends string, infer En extends string, ...unknown[]]
  ? Facts<En> extends Facts<Zh>
    ? P
    : readonly [Zh, `unknown fact ${Exclude<Facts<En>, Facts<Zh>>}`]
  : never;

export interface TextBook<T> {
  readonly namespace: string;
  readonly texts: T;
}

export type Tell<T> = <K extends keyof T & string>(key: K, ...facts: Told<T[K]>) => string;

/**
 * Declares the texts of one room as `key: ['中文', 'English']`; facts stand in braces: `'还有 {count} 天'`.
 * A missing English text, an unknown key and a missing fact are type errors.
 */
export function defineTexts<const T extends Record<string, Pair>>(namespace: string, texts: T & { [K in keyof T]: Complete<T[K]> }): TextBook<T> {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, pair] of Object.entries<Pair>(texts)) {
    zh[key] = pair[0];
    en[key] = pair[1];
    if (pair[2] === undefined) continue;
    zh[`${key}_other`] = pair[0];
    en[`${key}_one`] = pair[2];
    en[`${key}_other`] = pair[1];
  }
  i18n.addResourceBundle('zh', namespace, zh, false, true);
  i18n.addResourceBundle('en', namespace, en, false, true);
  return { namespace, texts };
}

/** `const t = useTexts(texts); t('title'); t('left', { count: 3 })` in the reader's language. */
export function useTexts<T>(book: TextBook<T>): Tell<T> {
  const { t } = useTranslation(book.namespace);
  return useCallback((key: string, facts?: object) => String(t(key, { ...facts })), [t]) as Tell<T>;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** The text of a pair that stands outside a book (navigation entries, page titles). */
export function inLanguage(pair: Pair, language: Language): string {
  return language === 'zh' ? pair[0] : pair[1];
}

export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  document.documentElement.lang = languageTag(language);
  await i18n.changeLanguage(language);
}
