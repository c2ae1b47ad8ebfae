import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { readConfig } from '#libs/config';
import { fastifyAdapter, setUpHttp } from '#libs/http';
import { AppModule } from './app.module.js';
import { guardBoot } from './database/boot-guard.js';
import { describeInterface } from './describe-interface.js';
import { plainPage } from './plain-pages/plain-pages.js';
import type { Ask } from './plain-pages/views.js';
import { refuseToStart } from './refuse-to-start.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await guardBoot(config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.from(config), fastifyAdapter(), { logger: ['error', 'warn'] });
  await setUpHttp(app);
  app.enableShutdownHooks();
  SwaggerModule.setup('api/docs', app, () => describeInterface(app), { jsonDocumentUrl: 'api/openapi.json' });
  await serveWeb(app, config.webDir);
  await app.listen(config.port, config.host);
  console.log(`HTTP ${await app.getUrl()}`);
}

interface Request {
  url: string;
}

interface Reply {
  callNotFound(): void;
  header(name: string, value: string): Reply;
  type(type: string): Reply;
  send(body: string): unknown;
}

/** The built front end, with the application's page for every address that is not a file and not the interface. */
async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  const root = resolve(webDir);
  if (!existsSync(join(root, 'index.html'))) return;
  const shell = await readFile(join(root, 'index.html'), 'utf8');
  await app.register(fastifyStatic, { root, prefix: '/', wildcard: false, index: false, maxAge: '1h', decorateReply: false });
  const server = app.getHttpAdapter().getInstance();
  const ask: Ask = async <View>(url: string) => {
    const answer = await app.inject({ method: 'GET', url });
    return answer.statusCode === 200 ? answer.json<View>() : null;
  };
  const page = async ({ url }: Request, reply: Reply) => {
    if (url.startsWith('/api')) return reply.callNotFound();
    return reply.header('Cache-Control', 'no-cache').type('text/html; charset=utf-8').send(await plainPage(shell, url, ask));
  };
  server.get('/', page);
  server.get('/*', page);
}

main().catch(refuseToStart);
