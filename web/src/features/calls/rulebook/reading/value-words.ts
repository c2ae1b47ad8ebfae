import type { Rulebook } from '../../../../api/index.js';
import { formatFen, formatInstant, inLanguage } from '../../../../ui/index.js';
import { conditionWords } from '../fields/condition-words.js';
import { say, sayTerm, type Sentence, type TermValue, type Told } from '../fields/words.js';
import { labelAt, sayWord } from '../labels/index.js';
import { patternOf, type Path } from '../paths.js';
import { optionsAt } from '../references.js';
import { shapeOf, type SchemaNode, type Shape } from '../schema.js';

/** What a value is said with: the language, the schema it follows and the rulebook that its references name. */
export interface Saying {
  readonly root: SchemaNode;
  readonly book: Rulebook;
  readonly language: 'zh' | 'en';
  readonly t: Told;
}

type Leaf = (value: never, at: { readonly path: Path; readonly saying: Saying }) => string;

const LEAVES: Partial<Record<Shape['kind'], Leaf>> = {
  sentence: (value: Sentence, { saying }) => say(value, saying.language),
  fen: (value: number) => formatFen(value),
  percent: (value: number) => `${value}%`,
  instant: (value: string) => formatInstant(new Date(value)),
  day: (value: string) => value,
  term: (value: TermValue, { saying }) => sayTerm(value, saying.t),
  yes_no: (value: boolean, { saying }) => saying.t(value ? 'yes' : 'no'),
  number: (value: number, { path, saying }) => numberWords(value, path, saying),
  choice: (value: string | number, { path, saying }) => sayWord(patternOf(path), value, saying.language),
  fixed: (value: string | number, { path, saying }) => sayWord(patternOf(path), value, saying.language),
  set: (value: string[], { path, saying }) => listed(value.map((word) => sayWord(patternOf(path), word, saying.language)), saying),
  condition: (value, { saying }) => conditionWords(value, saying.book, saying.language),
  text: (value: string) => value,
  key: (value: string) => value,
};

/** The words of a value that stands in one line; `null` for what needs several. */
export function valueWords(node: SchemaNode, path: Path, value: unknown, saying: Saying): string | null {
  const shape = shapeOf(saying.root, node);
  if (value === null || value === undefined || value === '') return saying.t('none');
  if (shape.kind === 'optional') return valueWords(shape.inner, path, value, saying);
  const named = referenceWords(path, value, saying);
  if (named !== null) return named;
  if (shape.kind === 'either') return eitherWords(shape.options, path, value, saying);
  const leaf = LEAVES[shape.kind];
  return leaf ? leaf(value as never, { path, saying }) : simpleList(shape, path, value, saying);
}

const listed = (words: readonly string[], { language, t }: Saying): string => (words.length === 0 ? t('none') : words.join(language === 'zh' ? '、' : ', '));

function numberWords(value: number, path: Path, { language, t }: Saying): string {
  const pattern = patternOf(path);
  if (pattern.endsWith('.maxBytes')) return `${value / 1_000_000} MB`;
  const unit = labelAt(pattern)?.unit;
  const words = unit ? `${value} ${inLanguage(unit, language)}`.trim() : String(value);
  return pattern.endsWith('Seconds') && value >= 60 ? t('minutes', { minutes: Math.round((value / 60) * 10) / 10 }).replace(/^合 /, '') : words;
}

function referenceWords(path: Path, value: unknown, saying: Saying): string | null {
  const options = optionsAt(patternOf(path), path, saying.book);
  if (!options) return null;
  const keys = Array.isArray(value) ? (value as string[]) : [String(value)];
  return listed(keys.map((key) => say(options.find((option) => option.value === key)?.label, saying.language) || key), saying);
}

function eitherWords(options: readonly SchemaNode[], path: Path, value: unknown, saying: Saying): string | null {
  if (typeof value === 'object') return null;
  if (typeof value === 'number') return numberWords(value, path, saying);
  return options.length > 0 ? sayWord(patternOf(path), value as string, saying.language) : null;
}

/** A list of single values reads as one line. */
function simpleList(shape: Shape, path: Path, value: unknown, saying: Saying): string | null {
  if (shape.kind !== 'list' || !Array.isArray(value)) return null;
  const words = value.map((item, index) => valueWords(shape.items, [...path, String(index)], item, saying));
  return words.every((word) => word !== null) && words.length > 0 && words.join('').length < 60 ? listed(words, saying) : words.length === 0 ? saying.t('none') : null;
}
