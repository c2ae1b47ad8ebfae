import type { Path } from './paths.js';
import { shapeOf, type Branch, type Field, type SchemaNode, type Shape } from './schema.js';

type Root = SchemaNode;

/** The least that the schema admits at a place: what a new row, a new rule or an empty rulebook begins with. */
export function blankOf(root: Root, node: SchemaNode): unknown {
  // What is written down under names that nobody knows beforehand begins with none.
  if (typeof node.additionalProperties === 'object') return {};
  return blankShape(root, shapeOf(root, node));
}

const LEAVES: Partial<Record<Shape['kind'], () => unknown>> = {
  sentence: () => ({ zh: '', en: '' }),
  fen: () => 0,
  percent: () => 0,
  term: () => ({ days: 5, unit: 'working' }),
  yes_no: () => false,
  set: () => [],
  optional: () => null,
  condition: () => ({ kind: 'answered', question: '' }),
};

function blankShape(root: Root, shape: Shape): unknown {
  if (shape.kind === 'object') return blankFields(root, shape.fields);
  if (shape.kind === 'variant') return shape.branches[0] ? blankBranch(root, shape.tag, shape.branches[0]) : {};
  if (shape.kind === 'list') return blankList(root, shape);
  if (shape.kind === 'number') return shape.least ?? 0;
  if (shape.kind === 'choice') return shape.words[0] ?? '';
  if (shape.kind === 'fixed') return shape.value;
  if (shape.kind === 'either') return shape.options[0] ? blankOf(root, shape.options[0]) : null;
  // What may be left empty is left empty: `null`, which is not the empty text.
  const leaf = LEAVES[shape.kind];
  return leaf ? leaf() : '';
}

/** Rows that the schema asks for; names of other parts are chosen by people, never made up. */
function blankList(root: Root, { items, least }: Extract<Shape, { kind: 'list' }>): unknown[] {
  return shapeOf(root, items).kind === 'key' ? [] : Array.from({ length: least }, () => blankOf(root, items));
}

export function blankBranch(root: Root, tag: string, branch: Branch): Record<string, unknown> {
  return { [tag]: branch.word, ...blankFields(root, branch.fields) };
}

function blankFields(root: Root, fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter(({ required }) => required).map(({ name, node }) => [name, blankOf(root, node)]));
}

/** The same value under another variant: what both have keeps its value. */
export function asBranch(root: Root, tag: string, branch: Branch, before: unknown): Record<string, unknown> {
  const old = (typeof before === 'object' && before !== null ? before : {}) as Record<string, unknown>;
  const fresh = blankBranch(root, tag, branch);
  const known = branch.fields.filter(({ name, node }) => name in old && sameKind(root, node, old[name])).map(({ name }) => [name, old[name]]);
  return { ...fresh, ...Object.fromEntries(known) };
}

/** Whether a value could stand at the node: enough to keep what somebody has typed. */
function sameKind(root: Root, node: SchemaNode, value: unknown): boolean {
  const blank = blankOf(root, node);
  if (blank === null) return true;
  if (typeof blank !== 'object') return typeof blank === typeof value;
  if (Array.isArray(blank) !== Array.isArray(value)) return false;
  return Object.keys(blank).every((name) => typeof value === 'object' && value !== null && name in value);
}

/** Every key in use anywhere, so that a new one can be told from all of them. */
function keysIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  const { key } = value as { key?: unknown };
  if (typeof key === 'string') found.add(key);
  Object.values(value).forEach((inner) => keysIn(inner, found));
  return found;
}

/** A key that nothing has yet, by the name of the list that it stands in: people never see it, other parts refer to it. */
function takeKey(taken: Set<string>, list: Path): string {
  const stem = (list.filter((step) => !/^\d+$/.test(step)).at(-1) ?? 'item').replace(/ies$/, 'y').replace(/s$/, '');
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  taken.add(`${stem}-${number}`);
  return `${stem}-${number}`;
}

/** A new row for a list, its keys given all through. */
export function blankItem(root: Root, items: SchemaNode, book: unknown, list: Path): unknown {
  return keyed(blankOf(root, items), list, keysIn(book));
}

/** Gives each row that has no key yet, at whatever depth, one of its own: nobody could write it later. */
export const withKeys = (value: Record<string, unknown>): Record<string, unknown> => keyed(value, [], keysIn(value)) as Record<string, unknown>;

function keyed(value: unknown, at: Path, taken: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => keyed(item, at, taken));
  if (typeof value !== 'object' || value === null) return value;
  const below = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, keyed(inner, [...at, name], taken)]));
  return below.key === '' ? { ...below, key: takeKey(taken, at) } : below;
}
