import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#libs/config';
import { describeApi, fastifyAdapter } from '#libs/http';
import { rulebookSchema } from '#modules/calls';
import { AppModule } from './app.module.js';

type Schema = Record<string, unknown>;

/** The whole interface, with the published schema of rulebooks among its shapes. */
export function describeInterface(app: INestApplication): ReturnType<typeof describeApi> {
  const { $defs, ...root } = rulebookSchema as { $defs: Record<string, Schema> };
  const named = Object.entries($defs).map(([name, schema]) => [nameOf(name), transplant(schema)] as const);
  return describeApi(app, { Rulebook: transplant(root), ...Object.fromEntries(named) });
}

/** The same without a database: nothing is made but the table of routes. */
export async function describeUnstarted(): Promise<ReturnType<typeof describeApi>> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing', SECRET_KEY: '0'.repeat(64) });
  const app = await NestFactory.create(AppModule.from(config), fastifyAdapter(), { preview: true, logger: ['error'], abortOnError: false });
  app.setGlobalPrefix('api');
  return describeInterface(app);
}

const nameOf = (definition: string): string => `Rulebook${definition[0]!.toUpperCase()}${definition.slice(1)}`;

/** Points references at their new place; a discriminator without a mapping says nothing to readers of OpenAPI. */
function transplant(node: unknown): object {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => {
    if (['discriminator', '$schema', '$id'].includes(key) && typeof value !== 'boolean') return undefined;
    if (key === '$ref' && typeof value === 'string') return `#/components/schemas/${nameOf(value.replace('#/$defs/', ''))}`;
    return value;
  })) as object;
}
