/** The names under which judges stand in the sealed record, and what an English page calls them. */
const KINDS: Readonly<Record<string, string>> = { 特邀评委: 'Guest judge', 评委: 'Judge', 匿名: 'Anonymous' };
const NUMBERED = /^(特邀评委|评委|匿名)(\d{1,6})$/u;

/** `评委3` stays as it was sealed; on an English page it is read as “Judge 3”. */
export function aliasIn(alias: string, language: 'zh' | 'en'): string {
  const [, kind, number] = (language === 'en' && NUMBERED.exec(alias)) || [];
  return kind && number ? `${KINDS[kind]} ${number}` : alias;
}
