import type { Path } from './paths.js';
import { shapeOf, type Branch, type Field, type SchemaNode, type Shape } from './schema.js';

type Root = SchemaNode;

/** The least that the schema admits at a place: what a new row, a new rule or an empty rulebook begins with. */
export function blankOf(root: Root, node: SchemaNode): unknown {
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
  if (shape.kind === 'list') return Array.from({ length: shape.least }, () => blankOf(root, shape.items));
  if (shape.kind === 'number') return shape.least ?? 0;
  if (shape.kind === 'choice') return shape.words[0] ?? '';
  if (shape.kind === 'fixed') return shape.value;
  if (shape.kind === 'either') return shape.options[0] ? blankOf(root, shape.options[0]) : null;
  return LEAVES[shape.kind]?.() ?? '';
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

/** A key that nothing in the rulebook has: people never see it, other parts refer to it. */
export function freshKey(book: unknown, list: Path): string {
  const stem = (list.filter((step) => !/^\d+$/.test(step)).at(-1) ?? 'item').replace(/ies$/, 'y').replace(/s$/, '');
  const taken = keysIn(book);
  for (let number = 1; ; number += 1) {
    const key = `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** A new row for a list, its keys given all through. */
export function blankItem(root: Root, items: SchemaNode, book: unknown, list: Path): unknown {
  return withKeys(blankOf(root, items), book, list);
}

function withKeys(value: unknown, book: unknown, list: Path): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('key' in value)) return value;
  return { ...value, key: freshKey(book, list) };
}
