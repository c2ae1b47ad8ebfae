/** A node of the published JSON Schema of rulebooks. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly discriminator?: { readonly propertyName: string };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly uniqueItems?: boolean;
  readonly additionalProperties?: boolean | SchemaNode;
}

export interface Field {
  readonly name: string;
  readonly node: SchemaNode;
  readonly required: boolean;
}

export interface Branch {
  readonly word: string;
  readonly fields: readonly Field[];
}

/** What one place of a rulebook holds, as an editor sees it. */
export type Shape =
  | { readonly kind: 'sentence' | 'fen' | 'percent' | 'day' | 'instant' | 'term' | 'key' | 'condition' | 'yes_no' | 'text' | 'other' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number | undefined; readonly most: number | undefined }
  | { readonly kind: 'choice'; readonly words: readonly (string | number)[] }
  | { readonly kind: 'set'; readonly words: readonly string[] }
  | { readonly kind: 'fixed'; readonly value: string | number }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'variant'; readonly tag: string; readonly branches: readonly Branch[] }
  | { readonly kind: 'list'; readonly items: SchemaNode; readonly least: number; readonly most: number | undefined }
  | { readonly kind: 'optional'; readonly inner: SchemaNode }
  | { readonly kind: 'either'; readonly options: readonly SchemaNode[] };

const NAMED = { Sentence: 'sentence', Key: 'key', Fen: 'fen', Percent: 'percent', Day: 'day', Instant: 'instant', Term: 'term', Condition: 'condition' } as const;

/** @param root the whole schema, which holds the definitions that nodes refer to */
export function shapeOf(root: SchemaNode, node: SchemaNode): Shape {
  if (node.$ref) return named(root, node.$ref);
  if (node.anyOf) return union(node.anyOf);
  if (node.oneOf) return variant(node);
  if (node.type === 'array') return listOf(node);
  if (node.enum) return { kind: 'choice', words: node.enum };
  if (node.const !== undefined) return { kind: 'fixed', value: node.const };
  if (node.properties) return { kind: 'object', fields: fieldsOf(node) };
  return simple(node);
}

function named(root: SchemaNode, ref: string): Shape {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const known = NAMED[name as keyof typeof NAMED];
  if (known) return { kind: known };
  return shapeOf(root, root.$defs?.[name] ?? {});
}

function union(options: readonly SchemaNode[]): Shape {
  const some = options.filter((option) => option.type !== 'null');
  if (some.length < options.length) return { kind: 'optional', inner: some.length === 1 && some[0] ? some[0] : { anyOf: some } };
  return { kind: 'either', options: some };
}

function variant(node: SchemaNode): Shape {
  const tag = node.discriminator?.propertyName ?? 'kind';
  const branches = (node.oneOf ?? []).map((branch) => ({ word: String(branch.properties?.[tag]?.const ?? ''), fields: fieldsOf(branch).filter(({ name }) => name !== tag) }));
  return { kind: 'variant', tag, branches };
}

function listOf(node: SchemaNode): Shape {
  const items = node.items ?? {};
  if (node.uniqueItems && items.enum) return { kind: 'set', words: items.enum.map(String) };
  return { kind: 'list', items, least: node.minItems ?? 0, most: node.maxItems };
}

function simple(node: SchemaNode): Shape {
  if (node.type === 'boolean') return { kind: 'yes_no' };
  if (node.type === 'string') return { kind: 'text' };
  if (node.type !== 'integer' && node.type !== 'number') return { kind: 'other' };
  return { kind: 'number', whole: node.type === 'integer', least: node.minimum ?? node.exclusiveMinimum, most: node.maximum };
}

function fieldsOf(node: SchemaNode): Field[] {
  return Object.entries(node.properties ?? {}).map(([name, inner]) => ({ name, node: inner, required: node.required?.includes(name) ?? false }));
}

/** The schema at a place of a rulebook, following the variants that the values there have chosen. */
export function nodeAt(root: SchemaNode, path: readonly string[], value: unknown): SchemaNode | null {
  let node: SchemaNode | null = root;
  let here = value;
  for (const step of path) {
    node = node && childOf(root, node, step, here);
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined;
  }
  return node;
}

function childOf(root: SchemaNode, node: SchemaNode, step: string, value: unknown): SchemaNode | null {
  const shape = shapeOf(root, node);
  if (shape.kind === 'optional') return childOf(root, shape.inner, step, value);
  if (shape.kind === 'either') return first(shape.options, (option) => childOf(root, option, step, value));
  if (shape.kind === 'list') return /^\d+$/.test(step) ? shape.items : null;
  if (shape.kind === 'object') return shape.fields.find(({ name }) => name === step)?.node ?? null;
  if (shape.kind !== 'variant') return null;
  const word = (value as Record<string, unknown> | null | undefined)?.[shape.tag];
  const fields = shape.branches.find((branch) => branch.word === word)?.fields ?? shape.branches.flatMap((branch) => branch.fields);
  return fields.find(({ name }) => name === step)?.node ?? null;
}

function first<T, R>(list: readonly T[], of: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = of(item);
    if (found !== null) return found;
  }
  return null;
}
