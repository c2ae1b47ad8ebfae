import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { isAnswerPattern } from '../answer-pattern.js';
import { rulebookSchema } from '../schema/rulebook-schema.js';
import { problem } from './problem-catalogue.js';
import type { ProblemCode, RulebookProblem } from './problem-catalogue.js';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

/** A day that the calendar has: 2025-02-30 is refused. */
function isDay(text: string): boolean {
  const time = isoDay.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const day = isoInstant.exec(text)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text));
}

/** Shared parts are compiled once instead of at each place that names them, which takes a quarter of the time. */
const oncePerPart = { inlineRefs: false, code: { optimize: false } } as const;

let compiled: ValidateFunction | undefined;

/** Compiled for the first rulebook and kept: it takes a third of a second, and a process that meets no rulebook starts that much sooner. */
function schema(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv2020({
    allErrors: true, discriminator: true, multipleOfPrecision: 6, strict: true, strictRequired: false, allowUnionTypes: true, ...oncePerPart,
  });
  ajv.addFormat('date', isDay).addFormat('date-time', isInstant).addFormat('regex', isAnswerPattern);
  return (compiled = ajv.compile(rulebookSchema));
}

type Facts = Record<string, unknown>;
type Reading = readonly [ProblemCode, (params: Facts) => Facts];

const limit = (params: Facts): Facts => ({ limit: params.limit, comparison: params.comparison });
const readings: Record<string, Reading> = {
  required: ['field_missing', (params) => ({ field: params.missingProperty })],
  additionalProperties: ['field_unknown', (params) => ({ field: params.additionalProperty })],
  type: ['wrong_type', (params) => ({ expected: params.type })],
  enum: ['not_one_of', (params) => ({ allowed: params.allowedValues })],
  const: ['not_one_of', (params) => ({ allowed: [params.allowedValue] })],
  discriminator: ['unknown_variant', (params) => ({ tag: params.tag })],
  minimum: ['out_of_range', limit],
  maximum: ['out_of_range', limit],
  exclusiveMinimum: ['out_of_range', limit],
  multipleOf: ['too_precise', (params) => ({ limit: params.multipleOf })],
  minItems: ['too_few', limit],
  maxItems: ['too_many', limit],
  minLength: ['too_short', limit],
  maxLength: ['too_long', limit],
  pattern: ['malformed', () => ({})],
  format: ['malformed', () => ({})],
  uniqueItems: ['repeated_item', () => ({})],
};

function dotted(pointer: string): string {
  return pointer.slice(1).split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

/** The union's own complaint adds nothing to those of its members. */
function worded(error: ErrorObject): RulebookProblem[] {
  const reading = readings[error.keyword];
  if (reading === undefined) return [];
  const [code, facts] = reading;
  return [problem(code, dotted(error.instancePath), facts(error.params))];
}

/** "Null or something" fails twice; only the complaint about the something helps. */
function helpful(error: ErrorObject): boolean {
  return !(error.keyword === 'type' && error.params.type === 'null');
}

/** Structure by the published schema; each problem once, and never none for a document that the schema refuses. */
export function checkShape(json: unknown): RulebookProblem[] {
  const accepts = schema();
  if (accepts(json)) return [];
  const found = (accepts.errors ?? []).filter(helpful).flatMap(worded);
  if (found.length === 0) return [problem('malformed', '')];
  const seen = new Map(found.map((one) => [JSON.stringify([one.path, one.code, one.facts]), one]));
  return [...seen.values()];
}
