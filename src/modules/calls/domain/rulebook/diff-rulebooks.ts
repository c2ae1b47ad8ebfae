import { canonicalJson } from '#libs/canonical-json';

/** One difference. `path` names members of keyed lists by key: `categories.child-care.seats`. */
export type RulebookChange =
  | { path: string; change: 'added'; after: unknown }
  | { path: string; change: 'removed'; before: unknown }
  | { path: string; change: 'changed'; before: unknown; after: unknown }
  | { path: string; change: 'reordered'; before: string[]; after: string[] };

type Changes = Generator<RulebookChange>;
type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(item: unknown): string | null {
  if (!isFields(item)) return null;
  return typeof item.key === 'string' ? item.key : null;
}

/** A list by the keys of its items; null where one has none or repeats another. Budget rules share ids: no key. */
function keyed(list: readonly unknown[]): Fields | null {
  const named = new Map<string, unknown>();
  for (const item of list) {
    const name = nameOf(item);
    if (name === null || named.has(name)) return null;
    named.set(name, item);
  }
  return Object.fromEntries(named);
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function* fields(a: Fields, b: Fields, path: string): Changes {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const at = under(path, name);
    if (!Object.hasOwn(b, name)) yield { path: at, change: 'removed', before: a[name] };
    else if (!Object.hasOwn(a, name)) yield { path: at, change: 'added', after: b[name] };
    else yield* compare(a[name], b[name], at);
  }
}

function* lists(a: unknown[], b: unknown[], path: string): Changes {
  const [before, after] = [keyed(a), keyed(b)];
  if (before === null || after === null) {
    yield* fields({ ...a }, { ...b }, path);
    return;
  }
  yield* fields(before, after, path);
  const kept = (list: unknown[], other: Fields) => list
    .map((item) => nameOf(item) ?? '').filter((name) => Object.hasOwn(other, name));
  const [was, is] = [kept(a, after), kept(b, before)];
  if (was.join() !== is.join()) yield { path, change: 'reordered', before: was, after: is };
}

function* compare(a: unknown, b: unknown, path: string): Changes {
  if (Array.isArray(a) && Array.isArray(b)) yield* lists(a, b, path);
  else if (isFields(a) && isFields(b)) yield* fields(a, b, path);
  else if (canonicalJson(a) !== canonicalJson(b)) yield { path, change: 'changed', before: a, after: b };
}

/** What changed from one version to the next: for the addendum's readers and for cloning last year's round. */
export function diffRulebooks(before: object, after: object): RulebookChange[] {
  return [...compare(before, after, '')];
}
