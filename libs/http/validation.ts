import { ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { isId } from '#libs/database';
import { absent, invalid, say, type Problem } from '#libs/errors';
import type { FieldFault } from './fields.js';

/**
 * Which rules a class has. class-validator looks through the rules of every class of the platform to say so, at every body, query and part
 * of one; once it has been asked about a class they change no more, for decorators run as files are loaded.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return look(target, schema, always, strictGroups, groups);
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = look(target, schema, always, strictGroups, groups)));
    return rules;
  };
}
rememberRules();

/** Strict: an unknown field is a fault, nothing is converted silently, every fault is named with its place. */
export const strictValidation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => invalid('input_invalid', say('有 {count} 处填写有误，内容未保存', '{count} fields are not right; nothing was saved'), facts(errors)),
  });

/** An address names nothing where it holds what no id and no text of the platform can be: it never gets as far as the database. */
export class AddressPipe implements PipeTransform {
  /** @throws DomainError `nothing_there` */
  transform(value: unknown, { type, data = '' }: ArgumentMetadata): unknown {
    if (type !== 'param' || typeof value !== 'string') return value;
    const named = /^id$|Id$/.test(data);
    if (value.includes('\0') || (named && !isId(value))) throw absent('nothing_there', say('没有找到，请核对网址', 'Nothing is there; check the address'));
    return value;
  }
}

function facts(errors: ValidationError[]): { count: number; problems: Problem[] } {
  const problems = errors.flatMap((error) => collect(error, ''));
  return { count: problems.length, problems };
}

function collect(error: ValidationError, above: string): Problem[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((name) => describe(path, name, error.contexts?.[name] as FieldFault | undefined));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => collect(child, path))];
}

function describe(path: string, rule: string, fault?: FieldFault): Problem {
  if (fault) return { path, ...fault };
  if (rule === 'whitelistValidation') return { path, code: 'field_unknown', sentence: say('不允许填写此字段', 'This field is not accepted') };
  return { path, code: 'field_invalid', sentence: say('格式不正确', 'Not in the expected form') };
}
