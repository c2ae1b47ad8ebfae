import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { Actor, PUBLIC, REQUIRES, type Policy } from '#libs/access';
import { ROLE_NAMES } from '#modules/identity';
import { bootApp, type TestApp } from '../../support/app.js';

interface Route {
  readonly name: string;
  readonly policy: Policy | undefined;
  readonly open: string | undefined;
}

/** Every route that the application serves, with what it says of who may use it. */
function routesOf(app: TestApp): Route[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]).map(({ metatype }) => metatype as { prototype: object });
  return [...new Set(controllers)].flatMap((controller) => {
    const prefixes = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
    return Object.getOwnPropertyNames(controller.prototype).flatMap((member) => {
      const handler = (controller.prototype as Record<string, unknown>)[member] as object;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
      return prefixes.flatMap((prefix) => paths.map((path): Route => ({
        name: `${RequestMethod[method]} /${[prefix, path].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`,
        policy: Reflect.getMetadata(REQUIRES, handler) as Policy | undefined, open: Reflect.getMetadata(PUBLIC, handler) as string | undefined,
      })));
    });
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const actorWith = (role: string): Actor => new Actor('00000000-0000-7000-8000-000000000001', 'somebody', 'zh', [role === 'applicant' ? { role, subjectId: 'one' } : { role, nodePath: 'js.' }]);

describe('who may use which route', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app?.close());

  it('is said by every route', () => {
    const silent = routesOf(app).filter(({ policy, open }) => (policy === undefined) === (open === undefined)).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  it('is the table that was agreed', () => {
    const table = routesOf(app).map(({ name, policy, open }) =>
      `${name.padEnd(72)} ${open === undefined ? ROLE_NAMES.filter((role) => policy!.judge(actorWith(role)).allowed).join(' ') : `everybody: ${open}`}`);
    expect(table.join('\n')).toMatchSnapshot();
  });

  it('lets an auditor write nothing that belongs to others', () => {
    const own = /^(POST|PUT|PATCH|DELETE) \/(session|second-factor|inbox|account|application-views|own|documents|uploads|organisations$|language|password|invitations)/;
    const writable = routesOf(app).filter(({ name, policy }) => !name.startsWith('GET ') && policy?.judge(actorWith('auditor')).allowed && !own.test(name)).map(({ name }) => name);
    // What she found when she reviewed an emergency access is her own word, and changes nothing of it.
    expect(writable).toEqual(['POST /emergency-accesses/:id/review', 'POST /rulebooks/examination']);
  });
});
