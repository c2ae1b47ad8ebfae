import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly additionalProperties?: unknown;
}

export interface DescribedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces: `/api/applications/{id}`. */
  readonly path: string;
  readonly query: readonly string[];
  /** The least that must be asked, as a query: `?intoId=…`, or nothing. */
  readonly asked: string;
  /** The JSON body it takes, or null. */
  readonly body: Schema | null;
  /** What it answers as JSON when all goes well, or null. */
  readonly answer: Schema | null;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Partial<Content>>>;
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

export const description = JSON.parse(readFileSync(join(process.cwd(), 'openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** The schema itself, whatever name it goes by. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref) return resolved(description.components.schemas[schema.$ref.split('/').at(-1)!]!);
  return schema.allOf?.length === 1 ? resolved(schema.allOf[0]!) : schema;
}

/** Every route of the interface as openapi.json describes it. */
export function describedRoutes(): DescribedRoute[] {
  return Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters = [], requestBody, responses = {} }]) => ({
    method: method.toUpperCase() as DescribedRoute['method'], path, query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    asked: askedOf(parameters),
    body: requestBody?.content['application/json'] ? resolved(requestBody.content['application/json'].schema) : null,
    answer: answerOf(responses),
  })));
}

function askedOf(parameters: NonNullable<Operation['parameters']>): string {
  const asked = parameters.filter((one) => one.in === 'query' && one.required).map(({ name, schema = {} }) => `${name}=${encodeURIComponent(String(sample(schema)))}`);
  return asked.length > 0 ? `?${asked.join('&')}` : '';
}

const answerOf = (responses: NonNullable<Operation['responses']>): Schema | null => ['200', '201', '202'].flatMap((status) => responses[status]?.content?.['application/json']?.schema ?? [])[0] ?? null;

/** A value that the schema takes, as plain as can be. */
export function sample(given: Schema): Json {
  const schema = resolved(given);
  const { properties, required = [] } = schema;
  if (schema.enum) return schema.enum[0] ?? null;
  if (properties) return Object.fromEntries(required.map((name) => [name, sample(properties[name]!)]));
  return (PLAIN[schema.type ?? ''] ?? sampleText)(schema);
}

const number = ({ minimum = 1 }: Schema): Json => minimum;
const PLAIN: Readonly<Record<string, (schema: Schema) => Json>> = { array: ({ minItems = 1, items = {} }) => Array.from({ length: minItems }, () => sample(items)), object: () => ({}), boolean: () => true, integer: number, number };

const TEXTS: Readonly<Record<string, string>> = {
  uuid: '0199b2c0-0000-7000-8000-00000000abcd', email: 'somebody@example.org', date: '2026-03-02', 'date-time': '2026-03-02T09:00:00+08:00',
};
const sampleText = ({ format = '', minLength = 1 }: Schema): string => TEXTS[format] ?? '文'.repeat(Math.max(4, minLength));
