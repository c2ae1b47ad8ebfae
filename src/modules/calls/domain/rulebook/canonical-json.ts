import { createHash } from 'node:crypto';

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form');
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return text;
}

/** Put together piece by piece: every submission is written out twice, and lists of pieces cost more than the pieces. */
function listText(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(items[at])}`;
  return `${text}]`;
}

/** `undefined` is not JSON; as a member it is left out, as JSON.stringify does. */
function recordText(record: Record<string, unknown>): string {
  let text = '{';
  for (const name of Object.keys(record).sort()) {
    const value = record[name];
    if (value !== undefined) text += `${text === '{' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}

/**
 * One text for one JSON value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as ECMAScript
 * writes them. Throws a TypeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  return Array.isArray(value) ? listText(value) : recordText(value as Record<string, unknown>);
}

/** SHA-256 of the canonical JSON, 64 hexadecimal digits: equal for equal rulebooks, whatever the order of their keys. */
export function rulebookHash(rulebook: unknown): string {
  return createHash('sha256').update(canonicalJson(rulebook), 'utf8').digest('hex');
}
