import type { Rulebook, RulebookProblemView } from '../../../../api/index.js';
import { formatFen, inLanguage, useLanguage, useTexts } from '../../../../ui/index.js';
import { rulebookTexts } from '../../texts-rulebook.js';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Told = ReturnType<typeof useTold>;

export const say = (sentence: Sentence | undefined | null, language: 'zh' | 'en'): string => (sentence ? inLanguage([sentence.zh ?? '', sentence.en ?? ''], language) : '');

export const useTold = () => useTexts(rulebookTexts);

/** Faults of shape speak of fields by their technical names; people are told what to do instead. */
const SHAPE = {
  field_missing: 'shape_missing', wrong_type: 'shape_wrong', not_one_of: 'shape_wrong', unknown_variant: 'shape_wrong', field_unknown: 'shape_unknown', malformed: 'shape_wrong',
} as const;

export function useProblemWords(): (problem: RulebookProblemView) => string {
  const t = useTold();
  const language = useLanguage();
  return (problem) => {
    const plain = SHAPE[problem.code as keyof typeof SHAPE];
    if (problem.code === 'malformed' && problem.path.endsWith('At')) return problem.sentence[language];
    return plain ? t(plain) : problem.sentence[language];
  };
}

export interface TermValue {
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  readonly countFirstDay?: boolean;
}

export function sayTerm(term: TermValue, t: Told): string {
  const days = t(term.unit === 'working' ? 'term_says' : 'term_says_calendar', { days: term.days });
  return term.countFirstDay ? days + t('term_first') : days;
}

export const sayYuan = (fen: number): string => formatFen(fen);

/** The name of one row of a list, by whatever names it. */
export function nameOfItem(item: unknown, language: 'zh' | 'en'): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (typeof item !== 'object' || item === null) return '';
  const { title, text, name, item: service } = item as Record<string, Sentence | undefined>;
  const sentence = title ?? text ?? name ?? service ?? ('zh' in item ? (item as Sentence) : undefined);
  return say(sentence, language);
}

export const isRulebook = (value: unknown): value is Rulebook =>
  typeof value === 'object' && value !== null && (value as { format?: unknown }).format === 'qiongxiang-rulebook/1';
