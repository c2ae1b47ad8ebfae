/** The two languages in which the product speaks to people. */
export type Language = 'zh' | 'en';

/** One message for people in both languages; `{name}` marks the place of a fact. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Values that belong to a message and are put into its `{name}` places. */
export type Facts = Record<string, unknown>;

/** Writes one message for people, Chinese first. */
export function say(zh: string, en: string): Sentence {
  return { zh, en };
}

const BEIJING_PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-09-01 18:00`: readers compare times with a notice, which is always in Beijing time. */
function tellInstant(instant: Date, language: Language): string {
  const zone = language === 'zh' ? '北京时间' : 'Beijing time';
  const part = Object.fromEntries(BEIJING_PARTS.formatToParts(instant).map((p) => [p.type, p.value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute} (${zone})`;
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function tellFact(value: unknown, language: Language): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '—' : tellInstant(value, language);
  if (isSentence(value)) return value[language];
  if (Array.isArray(value)) {
    return value.map((item) => tellFact(item, language)).join(language === 'zh' ? '、' : ', ');
  }
  return String(value);
}

/**
 * Renders a sentence in one language with its facts.
 *
 * Instants are shown as Beijing time, numbers as they are, nested sentences in the same language
 * and lists separated as the language does. A place without a fact keeps its `{name}`, so that
 * a missing fact is seen in review and never silently reads as an empty word.
 */
export function tell(sentence: Sentence, facts: Facts, language: Language): string {
  return sentence[language].replace(/\{(\w+)\}/g, (place: string, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return value === undefined || value === null ? place : tellFact(value, language);
  });
}
