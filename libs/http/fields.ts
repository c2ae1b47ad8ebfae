import { applyDecorators, type Type as ClassOf } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateBy, ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { say, type Sentence } from '#libs/errors';
import { isId } from '#libs/database';
import { isSoundJson } from './sound-json.js';

/** What a field tells when it is wrong; carried to the answer by the validation pipe. */
export interface FieldFault {
  code: string;
  sentence: Sentence;
  facts?: Record<string, unknown>;
}

interface Presence {
  optional?: boolean;
  description?: string;
}

const fault = (code: string, sentence: Sentence, facts?: Record<string, unknown>): ValidationOptions => ({ context: { code, sentence, facts } });

const field = (presence: Presence, schema: object, ...rules: PropertyDecorator[]) =>
  applyDecorators(
    ApiProperty({ required: !presence.optional, description: presence.description, ...schema } as ApiPropertyOptions),
    ...rules,
    ...(presence.optional ? [IsOptional()] : []),
  );

/** Text of `min` to `max` characters (code points), without NUL or broken surrogates; white space alone is empty. */
export function Text(options: Presence & { min?: number; max: number; pattern?: RegExp }): PropertyDecorator {
  const { min = 1, max, pattern } = options;
  const sound = (value: unknown): boolean => {
    if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false;
    const length = [...value.trim()].length;
    return length >= min && length <= max && (!pattern || pattern.test(value));
  };
  return field(
    options,
    { type: 'string', minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) },
    ValidateBy(
      { name: 'text', validator: { validate: sound } },
      fault('text_invalid', say('须为 {min}–{max} 个字符的文字', 'Must be text of {min} to {max} characters'), { min, max }),
    ),
  );
}

export const EmailAddress = (options: Presence = {}) =>
  field(options, { type: 'string', format: 'email' }, IsEmail({}, fault('email_invalid', say('邮箱格式不正确', 'Not an e-mail address'))));

export const Identifier = (options: Presence = {}) =>
  field(
    options,
    { type: 'string', format: 'uuid' },
    ValidateBy({ name: 'id', validator: { validate: isId } }, fault('id_invalid', say('编号格式不正确', 'Not an identifier'))),
  );

export const Whole = (options: Presence & { min: number; max: number }) =>
  field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(fault('whole_number_invalid', say('须为整数', 'Must be a whole number'))),
    Min(options.min, fault('number_too_small', say('不能小于 {min}', 'Must be at least {min}'), { min: options.min })),
    Max(options.max, fault('number_too_large', say('不能大于 {max}', 'Must be at most {max}'), { max: options.max })),
  );

/** An amount in integer fen. */
export const FenAmount = (options: Presence & { min?: number; max?: number } = {}) =>
  Whole({ min: 0, max: 1_000_000_000_000, description: '金额（分） amount in fen', ...options });

export const YesNo = (options: Presence = {}) =>
  field(options, { type: 'boolean' }, IsBoolean(fault('yes_no_invalid', say('须为是或否', 'Must be yes or no'))));

export const OneOf = (values: readonly string[], options: Presence = {}) =>
  field(options, { type: 'string', enum: [...values] }, IsIn([...values], fault('choice_invalid', say('只能选择：{values}', 'Must be one of: {values}'), { values: values.join(', ') })));

/** An instant with its zone, such as `2026-09-01T18:00:00+08:00`. */
export const InstantText = (options: Presence = {}) =>
  field(
    options,
    { type: 'string', format: 'date-time' },
    ValidateBy(
      { name: 'instant', validator: { validate: isInstant } },
      fault('instant_invalid', say('时间须含日期、时刻与时区', 'An instant needs date, time and zone')),
    ),
  );

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const DayText = (options: Presence = {}) =>
  field(
    options,
    { type: 'string', format: 'date' },
    ValidateBy({ name: 'day', validator: { validate: isDay } }, fault('day_invalid', say('日期格式须为 2026-09-01', 'A day is written 2026-09-01'))),
  );

/** The description of the interface asks a function only if it is named `type`; any other it takes for a class. */
const asked = (of: () => ClassOf) => ({ type: () => of() });

/** An object of another body class. */
export const Nested = (type: () => ClassOf, options: Presence = {}) =>
  field(options, asked(type), ValidateNested(), Type(type), IsObject(fault('object_invalid', say('须为一组字段', 'Must be an object'))));

export const ListOf = (type: () => ClassOf, options: Presence & { min?: number; max: number }) =>
  field(options, { ...asked(type), isArray: true, maxItems: options.max }, ...listRules(options), ValidateNested({ each: true }), Type(type));

export const TextList = (options: Presence & { min?: number; max: number; each: number }) =>
  field(
    options,
    { type: 'string', isArray: true, maxItems: options.max },
    ...listRules(options),
    ValidateBy(
      { name: 'texts', validator: { validate: (value) => typeof value === 'string' && value.length <= options.each && value.isWellFormed() && !value.includes('\0') } },
      { each: true, ...fault('text_invalid', say('每项不超过 {max} 个字符', 'Each at most {max} characters'), { max: options.each }) },
    ),
  );

export const IdentifierList = (options: Presence & { min?: number; max: number }) =>
  field(
    options,
    { type: 'string', format: 'uuid', isArray: true, maxItems: options.max },
    ...listRules(options),
    ValidateBy({ name: 'ids', validator: { validate: isId } }, { each: true, ...fault('id_invalid', say('编号格式不正确', 'Not an identifier')) }),
  );

/** A JSON object whose inner rules are checked elsewhere (a rulebook, the answers of a form). */
export const JsonObject = (options: Presence = {}) =>
  field(options, { type: 'object', additionalProperties: true }, IsObject(fault('object_invalid', say('须为一组字段', 'Must be an object'))), ValidateBy({ name: 'soundJson', validator: { validate: isSoundJson } }, fault('json_unsound', say('含有无法保存的字符或数值', 'It holds characters or numbers that cannot be kept'))));

/** A field of an answer; it needs no validation. */
export const Shown = (schema: ApiPropertyOptions = {}) => ApiProperty(schema);

/** A message for people, in both languages. */
class SentenceView implements Sentence {
  @Shown() zh: string;
  @Shown() en: string;
}

/** A field of an answer that holds a message for people. */
export const ShownSentence = (schema: { nullable?: boolean; required?: boolean; isArray?: boolean; description?: string } = {}) =>
  ApiProperty({ type: SentenceView, ...schema } as ApiPropertyOptions);

/** A field of an answer whose shape is a named schema of its own, given to `describeApi`. */
export const ShownAs = (name: string) => ApiProperty({ allOf: [{ $ref: `#/components/schemas/${name}` }] });

function listRules(options: { min?: number; max: number }): PropertyDecorator[] {
  const facts = { min: options.min ?? 0, max: options.max };
  return [
    IsArray(fault('list_invalid', say('须为列表', 'Must be a list'))),
    ArrayMinSize(facts.min, fault('list_too_short', say('至少 {min} 项', 'At least {min} items'), facts)),
    ArrayMaxSize(facts.max, fault('list_too_long', say('至多 {max} 项', 'At most {max} items'), facts)),
  ];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const isInstant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
