import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Looks like a signed request of the S3 protocol; the secret itself is not checked. */
const isSigned = (request: IncomingMessage): boolean =>
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[^/]+\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/.test(
    request.headers.authorization ?? '',
  );

/** An object server in the test's own process: PUT, GET, HEAD and DELETE of one object. */
export class ObjectServer {
  readonly objects = new Map<string, Buffer>();
  unsigned = 0;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  /** Starts on a free port and answers with its address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSigned(request)) {
      this.unsigned += 1;
      response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
      return;
    }
    const key = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'PUT') await this.keep(key, request, response);
    else if (request.method === 'DELETE') this.forget(key, response);
    else this.show(key, request.method === 'HEAD', response);
  }

  private async keep(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    this.objects.set(key, Buffer.concat(parts));
    response.writeHead(200).end();
  }

  private forget(key: string, response: ServerResponse): void {
    this.objects.delete(key);
    response.writeHead(204).end();
  }

  private show(key: string, headOnly: boolean, response: ServerResponse): void {
    const bytes = this.objects.get(key);
    if (bytes === undefined) {
      response.writeHead(404).end(headOnly ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
      return;
    }
    response.writeHead(200, { 'content-length': bytes.length }).end(headOnly ? undefined : bytes);
  }
}
