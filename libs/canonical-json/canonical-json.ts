const FEW = 32;

/**
 * One text for one value (RFC 8785): members in the order of their UTF-16 units, no spaces, numbers and texts as ECMAScript
 * writes them. What JSON has no word for is written as JSON.stringify does, so that a hash and what the database keeps agree:
 * a member without a value is left out, a place in a list without one is null, a date is its ISO instant.
 * @throws TypeError for what JSON cannot carry exactly (NaN, infinities, bigint, functions, undefined alone) and for text that
 * PostgreSQL cannot keep (U+0000, half of a character), in names as in values
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value !== 'object' || value === null) return canonicalScalar(value);
  if (Array.isArray(value)) return canonicalList(value);
  if (value instanceof Canonical) return value.text;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? canonicalJson(toJSON.call(value)) : canonicalRecord(value as Record<string, unknown>);
}

/** What has been written already. */
class Canonical {
  constructor(readonly text: string) {}
}

const written = new WeakMap<object, Canonical>();

/** Of what never changes and is part of several texts: it is written once. */
export function canonicalOnce(value: object): object {
  const known = written.get(value);
  if (known) return known;
  const made = new Canonical(canonicalJson(value));
  written.set(value, made);
  return made;
}

function canonicalScalar(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`Not a JSON value: ${typeof value === 'number' ? value : typeof value}`);
  return JSON.stringify(value);
}

/** Both of what is refused is written with a backslash: a text that grew by its quotes alone has nothing of either. */
function canonicalText(value: string): string {
  const text = JSON.stringify(value);
  if (text.length === value.length + 2) return text;
  if (!value.isWellFormed() || value.includes('\0')) throw new TypeError('Text with U+0000 or a lone surrogate cannot be kept');
  return text;
}

/** Put together piece by piece: every submission is written out twice, and lists of pieces cost more than the pieces. */
function canonicalList(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(items[at] ?? null)}`;
  return `${text}]`;
}

function canonicalRecord(record: Record<string, unknown>): string {
  let text = '{';
  for (const name of inOrder(Object.keys(record))) {
    const value = record[name];
    if (value !== undefined) text += `${text === '{' ? '' : ','}${canonicalText(name)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}

/** Records have few members, and these often stand in order already: one place after the other costs less than a sort that is called. */
function inOrder(names: string[]): string[] {
  if (names.length > FEW) return names.sort();
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at]!;
    let place = at;
    for (; place > 0 && names[place - 1]! > name; place -= 1) names[place] = names[place - 1]!;
    names[place] = name;
  }
  return names;
}
