import { tell, type Language, type Sentence } from '#libs/errors';

/** Markup that is safe to send as it is; only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | null | undefined | Markup | readonly (Markup | string)[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

function written(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(written).join('') : escaped(String(part));
}

/** Whatever is put in is text, unless `html` made it. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.reduce((text, string, at) => text + string + written(parts[at]), ''));

const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-12-08 17:30` in Beijing. */
export const instant = (at: string): string => DATE.format(new Date(at));

const YUAN = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });

export const yuan = (fen: number): string => `¥${YUAN.format(fen / 100)}`;

export const inLanguage = (language: Language) => (sentence: Sentence): string => tell(sentence, {}, language);
