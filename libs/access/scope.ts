import { forbidden, say } from '#libs/errors';
import type { Actor } from './actor.js';

const brand: unique symbol = Symbol('scope');

/** What part of a list somebody may see. Only this library can make one, so forgetting it is a type error. */
export interface Scope {
  readonly [brand]: true;
  readonly everything: boolean;
  readonly nodePaths: readonly string[];
  readonly subjectIds: readonly string[];
}

const scope = (everything: boolean, nodePaths: readonly string[], subjectIds: readonly string[]): Scope => ({
  [brand]: true,
  everything,
  nodePaths,
  subjectIds,
});

/** The subtrees and subjects for which the actor holds one of the roles. @throws DomainError when there are none */
export function scopeOf(actor: Actor, ...roles: string[]): Scope {
  const held = actor.roles.filter((role) => roles.includes(role.role));
  const nodePaths = held.flatMap((role) => (role.nodePath === undefined ? [] : [role.nodePath]));
  const subjectIds = held.flatMap((role) => (role.subjectId === undefined ? [] : [role.subjectId]));
  if (held.length === 0) throw forbidden('role_missing', say('您没有查看此列表的角色', 'You hold no role that may see this list'));
  return scope(false, nodePaths, subjectIds);
}

/** For what the platform does by itself and for what is published to everybody; say why at the call. */
export const unrestricted = (why: string): Scope => {
  if (why.trim() === '') throw new Error('An unrestricted scope must say why.');
  return scope(true, [], []);
};

/** A query of TypeORM's builder, or whatever else takes conditions like it. */
export interface Narrowable {
  andWhere(condition: string, values?: Record<string, unknown>): unknown;
}

/** Narrows a query to the scope: by a node path column, a subject column, or either. */
export function restrict<Q extends Narrowable>(query: Q, allowed: Scope, columns: { nodePath?: string; subjectId?: string }): Q {
  if (allowed.everything) return query;
  const parts: string[] = [];
  const values: Record<string, unknown> = {};
  if (columns.nodePath && allowed.nodePaths.length > 0) {
    parts.push(...allowed.nodePaths.map((_, i) => `starts_with(${columns.nodePath}, :scopePath${i})`));
    allowed.nodePaths.forEach((path, i) => (values[`scopePath${i}`] = path));
  }
  if (columns.subjectId && allowed.subjectIds.length > 0) {
    parts.push(`${columns.subjectId} = any(:scopeSubjects)`);
    values['scopeSubjects'] = allowed.subjectIds;
  }
  query.andWhere(parts.length > 0 ? `(${parts.join(' or ')})` : 'false', values);
  return query;
}

/** Whether one object lies inside the scope. */
export function covers(allowed: Scope, object: { nodePath?: string; subjectId?: string }): boolean {
  if (allowed.everything) return true;
  const byNode = object.nodePath !== undefined && allowed.nodePaths.some((path) => object.nodePath!.startsWith(path));
  return byNode || (object.subjectId !== undefined && allowed.subjectIds.includes(object.subjectId));
}
