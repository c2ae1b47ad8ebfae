import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { arrived, DatabaseTime } from '#libs/database';
import { invalid, say } from '#libs/errors';
import { ProblemFilter } from './problem.filter.js';
import { securityHeaders } from './security-headers.js';
import { isTooDeep } from './sound-json.js';
import { AddressPipe, strictValidation } from './validation.js';

const BODY_LIMIT = 2 * 1024 * 1024;
/** One byte beyond what any upload may have, so that whoever takes it can say that it is too large. */
const UPLOAD_LIMIT = 50 * 1024 * 1024 + 1;

interface Headed {
  header(name: string, value: string): unknown;
  headers(values: Readonly<Record<string, string>>): unknown;
}

/** The Fastify adapter as we run it: behind a trusted proxy only, request ids made here. */
export const fastifyAdapter = (): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: '127.0.0.1', genReqId: () => crypto.randomUUID() });

/** Filters, validation, cookies and security headers: the same in the server and in the tests. */
export async function setUpHttp(app: NestFastifyApplication): Promise<void> {
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new AddressPipe(), strictValidation());
  // A part of a file that comes in parts.
  app.getHttpAdapter().getInstance().addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_: unknown, body: unknown, done: (error: null, body: unknown) => void) => done(null, body));
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: UPLOAD_LIMIT }, throwFileSizeLimit: false });
  const server = app.getHttpAdapter().getInstance();
  const headers = securityHeaders();
  server.addHook('onRequest', (_request: unknown, reply: Headed, done: () => void) => {
    reply.headers(headers);
    done();
  });
  const time = app.get(DatabaseTime, { strict: false });
  server.addHook('preValidation', (request: { body?: unknown }, _reply: unknown, done: (error?: Error) => void) =>
    done(isTooDeep(request.body) ? invalid('input_too_deep', say('提交的内容嵌套过深，没有保存', 'The content is nested too deeply; nothing was saved')) : undefined));
  // After the body has been read: whoever sends the head before a deadline and the rest after it has not arrived in time.
  server.addHook('preValidation', (_request: unknown, _reply: unknown, done: () => void) => arrived(done));
  server.addHook('onSend', (request: { url: string }, reply: Headed, payload: unknown, done: (fault: null, payload: unknown) => void) => {
    const known = time.toldAtOnce();
    const send = (told: Date | null): void => {
      // What browsers count down by: the clock that decides, not that of the machine which answers.
      if (told) reply.header('x-server-time', told.toISOString());
      if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
      done(null, payload);
    };
    if (known) send(known);
    else void time.told().then(send);
  });
}

/** The whole interface as OpenAPI 3.1. @param schemas named shapes that no class declares, for `ShownAs` */
export function describeApi(app: INestApplication, schemas: Record<string, object> = {}): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('琼香公益创投 Qiongxiang')
    .setVersion('1')
    .setDescription('Amounts are integer fen; instants are ISO 8601 with zone; refusals are application/problem+json (RFC 9457).')
    .addCookieAuth('__Host-session')
    .build();
  const document = SwaggerModule.createDocument(app, description, { operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}` });
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } } };
}
