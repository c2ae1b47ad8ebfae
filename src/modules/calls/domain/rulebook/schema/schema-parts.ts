/** A JSON Schema 2020-12 node. */
export type Schema = Readonly<Record<string, unknown>>;
type Fields = Record<string, Schema>;

/** An object that admits nothing but its fields. */
export function object(required: Fields, optional: Fields = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export function list(items: Schema, limits: { min?: number; max?: number } = {}): Schema {
  return {
    type: 'array',
    items,
    ...(limits.min === undefined ? {} : { minItems: limits.min }),
    ...(limits.max === undefined ? {} : { maxItems: limits.max }),
  };
}

export function oneOf(...values: (string | number)[]): Schema {
  return { type: typeof values[0], enum: values };
}

/** A set of words: each at most once. */
export function setOf(...values: string[]): Schema {
  return { type: 'array', items: oneOf(...values), uniqueItems: true };
}

export interface Variant {
  required?: Fields;
  optional?: Fields;
}

/**
 * A union whose members differ by one word. `discriminator` lets the validator report against the member that was meant;
 * a validator that does not know it still decides correctly by `oneOf`.
 */
export function variants(tag: string, members: Record<string, Variant>, common: Variant = {}): Schema {
  const branches = Object.entries(members).map(([word, member]) => object(
    { [tag]: { const: word }, ...common.required, ...member.required },
    { ...common.optional, ...member.optional },
  ));
  return { type: 'object', discriminator: { propertyName: tag }, required: [tag], oneOf: branches };
}

/** Refers to a named definition of the rulebook schema. */
export function def(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [{ type: 'null' }, schema] };
}

export function whole(minimum: number, maximum?: number): Schema {
  return { type: 'integer', minimum, ...(maximum === undefined ? {} : { maximum }) };
}

export const yesNo: Schema = { type: 'boolean' };
export const sentence = def('Sentence');
export const key = def('Key');
export const keys = list(key);
export const fen = def('Fen');
export const percent = def('Percent');
export const term = def('Term');
export const day = def('Day');
export const instant = def('Instant');
export const points: Schema = { type: 'number', minimum: 0, multipleOf: 0.01 };

/** The small values that every part of the rulebook uses. */
export const commonDefinitions: Record<string, Schema> = {
  Sentence: object({ zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } }),
  Key: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$', maxLength: 60 },
  Fen: whole(0, Number.MAX_SAFE_INTEGER),
  Percent: { type: 'number', minimum: 0, maximum: 100, multipleOf: 0.01 },
  Day: { type: 'string', format: 'date' },
  Instant: { type: 'string', format: 'date-time' },
  Term: object({ days: whole(1, 3660), unit: oneOf('working', 'calendar') }, { countFirstDay: yesNo }),
};
