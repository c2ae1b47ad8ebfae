import type { RulebookChangeView } from '../../../../api/index.js';
import { inLanguage } from '../../../../ui/index.js';
import { nameAt, wordAt } from '../labels/index.js';
import { patternOf, undotted, valueAt, type Path } from '../paths.js';
import { nodeAt } from '../schema.js';
import { nameOfItem, say } from '../fields/words.js';
import { optionsAt } from '../references.js';
import { valueWords, type Saying } from './value-words.js';

/** One difference as a person reads it: where, and from what to what. */
export interface ToldChange {
  /** From the part down to the field: `类别 › 儿童关爱 › 预留名额`. */
  readonly where: readonly string[];
  readonly kind: RulebookChangeView['change'];
  readonly before: string | null;
  readonly after: string | null;
  /** The part of the editor that holds it. */
  readonly path: string;
}

/** Grounds and technical names change along with what they belong to; readers are not told of them one by one. */
const UNTOLD = /^(basis|code|origin|format)(\.|$)|\.key$/;

/**
 * @param saying the rulebook after the change: its titles name the rows
 * @param before the rulebook before it, for naming what was removed
 */
export function toldChanges(changes: readonly RulebookChangeView[], before: object, saying: Saying): ToldChange[] {
  const told = changes.filter(({ path }) => !UNTOLD.test(path)).map((change) => toldChange(change, before, saying));
  return joined(told);
}

function toldChange({ path, change, before, after }: RulebookChangeView, old: object, saying: Saying): ToldChange {
  const inOld = change === 'removed';
  const found = locate(undotted(path), inOld ? old : saying.book, saying);
  const words = (value: unknown, book: object) => wordsOf(found.path, value, { ...saying, book: book as Saying['book'] });
  return {
    where: found.names, kind: change, path: found.path.join('.'),
    before: change === 'added' || change === 'reordered' ? null : words(before, old), after: change === 'removed' || change === 'reordered' ? null : words(after, saying.book),
  };
}

/** The way by indices, and what each step is called. */
function locate(steps: readonly string[], book: object, saying: Saying): { path: Path; names: string[] } {
  const path: string[] = [];
  const names: string[] = [];
  for (const step of steps) {
    const here = valueAt(book, path);
    const index = Array.isArray(here) ? indexOf(here, step) : -1;
    path.push(index >= 0 ? String(index) : step);
    const name = index >= 0 ? rowName((here as unknown[])[index], saying) : nameAt(patternOf(path), saying.language);
    if (name && names.at(-1) !== name && !/^(zh|en)$/.test(step)) names.push(name);
  }
  return { path, names };
}

/** A row that is a single word is told as the value, not as the place. */
const rowName = (item: unknown, { language }: Saying): string => (typeof item === 'object' ? nameOfItem(item, language) : '');

function indexOf(list: readonly unknown[], step: string): number {
  const byKey = list.findIndex((item) => typeof item === 'object' && item !== null && (item as { key?: unknown }).key === step);
  return byKey >= 0 ? byKey : /^\d+$/.test(step) ? Number(step) : -1;
}

function wordsOf(path: Path, value: unknown, saying: Saying): string | null {
  if (/^(zh|en)$/.test(path.at(-1) ?? '') && typeof value === 'string') return value;
  const member = memberWords(path, value, saying);
  if (member !== null) return member;
  if (typeof value === 'object' && value !== null) return nameOfItem(value, saying.language) || whole(path, value, saying);
  return whole(path, value, saying);
}

/** One of several words, or the title of what a list of keys names. */
function memberWords(path: Path, value: unknown, { book, language }: Saying): string | null {
  const list = path.slice(0, -1);
  if (typeof value !== 'string' || !/^\d+$/.test(path.at(-1) ?? '')) return null;
  const named = optionsAt(patternOf(list), list, book)?.find((option) => option.value === value)?.label;
  const word = wordAt(patternOf(list), value);
  return named ? say(named, language) : word ? inLanguage(word, language) : null;
}

function whole(path: Path, value: unknown, saying: Saying): string | null {
  const node = nodeAt(saying.root, path, saying.book);
  return node ? valueWords(node, path, value, saying) : null;
}

/** A sentence that changed in both languages is one change: the reader's language is told. */
function joined(changes: readonly ToldChange[]): ToldChange[] {
  const seen = new Map<string, ToldChange>();
  for (const change of changes) {
    const at = `${change.path.replace(/\.(zh|en)$/, '')} ${change.kind}`;
    if (!seen.has(at) || change.path.endsWith('.zh')) seen.set(at, change);
  }
  return [...seen.values()];
}
