import 'reflect-metadata';
import { existsSync } from 'node:fs';
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

/** The built front end, with the application's page for every address that is not a file and not the interface. */
async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  const root = resolve(webDir);
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, { root, prefix: '/', wildcard: false, maxAge: '1h', decorateReply: true });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request: { url: string }, reply: { callNotFound(): void; header(n: string, v: string): unknown; sendFile(name: string): unknown }) => {
      if (request.url.startsWith('/api')) return reply.callNotFound();
      reply.header('Cache-Control', 'no-cache');
      return reply.sendFile('index.html');
    });
}

main().catch(refuseToStart);
