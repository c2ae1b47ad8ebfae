/**
 * One text for one value, in the manner of RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers and
 * strings as ECMAScript writes them. `undefined` members are left out and dates become ISO instants, as in JSON.stringify.
 * @throws TypeError for what JSON cannot carry exactly (NaN, infinities, bigint, functions) and for text that
 * PostgreSQL cannot keep (U+0000, lone surrogates)
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value !== 'object') throw new TypeError(`Not a JSON value: ${typeof value}`);
  return canonicalObject(value);
}

function canonicalObject(value: object): string {
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record).filter((key) => record[key] !== undefined).sort(byUtf16);
  return `{${members.map((key) => `${canonicalString(key)}:${canonicalJson(record[key])}`).join(',')}}`;
}

const byUtf16 = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed() || value.includes('\0')) throw new TypeError('Text with U+0000 or a lone surrogate cannot be kept');
  return JSON.stringify(value);
}
