import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { PUBLIC, REQUIRES, type Policy } from '#libs/access';
import type { TestApp } from './app.js';

export interface ServedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters after colons: `/applications/:id`. */
  readonly path: string;
  readonly policy: Policy | undefined;
  /** Why anybody may use it. */
  readonly open: string | undefined;
}

const joined = (...parts: (string | undefined)[]): string => `/${parts.map((part) => (part ?? '').replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`;

/** Every route that the application serves, read from its controllers, with what it says of who may use it. */
export function servedRoutes(app: TestApp): ServedRoute[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]).map(({ metatype }) => metatype as { prototype: object });
  return [...new Set(controllers)].flatMap((controller) => {
    const prefixes = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
    return Object.getOwnPropertyNames(controller.prototype).flatMap((member) => {
      const handler = (controller.prototype as Record<string, unknown>)[member] as object;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
      return prefixes.flatMap((prefix) => paths.map((path): ServedRoute => ({
        method: RequestMethod[method] as ServedRoute['method'], path: joined(prefix, path),
        policy: Reflect.getMetadata(REQUIRES, handler) as Policy | undefined, open: Reflect.getMetadata(PUBLIC, handler) as string | undefined,
      })));
    });
  }).sort((a, b) => (`${a.method} ${a.path}` < `${b.method} ${b.path}` ? -1 : 1));
}
