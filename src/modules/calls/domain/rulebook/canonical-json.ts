import { createHash } from 'node:crypto';

function member(value: Record<string, unknown>): (name: string) => string {
  return (name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`;
}

/** `undefined` is not JSON; as a member it is left out, as JSON.stringify does. */
function members(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined).sort();
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form');
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return text;
}

/**
 * One text for one JSON value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. Throws a TypeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const record = value as Record<string, unknown>;
  return `{${members(record).map(member(record)).join(',')}}`;
}

/** SHA-256 of the canonical JSON, 64 hexadecimal digits: equal for equal rulebooks, whatever the order of their keys. */
export function rulebookHash(rulebook: unknown): string {
  return createHash('sha256').update(canonicalJson(rulebook), 'utf8').digest('hex');
}
