/** The two languages of the product; Chinese is the first and the fallback. */
export type Language = 'zh' | 'en';

const STORED = 'qiongxiang.language';

/** The language chosen earlier in this browser, else Chinese: a visitor's browser setting says little in shared offices. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Private windows may refuse storage; the choice then lasts until the page is left.
  }
}

/** What `Accept-Language` and `<html lang>` carry. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
