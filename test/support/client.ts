import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer {
  status: number;
  /** The parsed JSON, or the text when it is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever the answer holds
  body: any;
  headers: Record<string, string | string[] | undefined>;
  raw: Buffer;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A write that was sent twice with one key. */
export interface SentTwice {
  method: Method;
  url: string;
  first: Answer;
  again: Answer;
}

/** One browser: it keeps its cookies and sends the token of its session with every write. */
export class Client {
  readonly cookies = new Map<string, string>();
  csrfToken?: string;
  address = '127.0.0.1';

  /** When set, every write that succeeds is sent again with its key, and both answers are put here. */
  sendsTwice?: SentTwice[];

  constructor(private readonly app: NestFastifyApplication) {}

  get = (url: string, headers: Record<string, string> = {}): Promise<Answer> => this.send('GET', url, undefined, headers);
  post = (url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => this.send('POST', url, body, headers);
  put = (url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => this.send('PUT', url, body, headers);
  patch = (url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => this.send('PATCH', url, body, headers);
  delete = (url: string, headers: Record<string, string> = {}): Promise<Answer> => this.send('DELETE', url, undefined, headers);

  /** A file as a browser's form sends it. */
  upload(url: string, file: { name: string; content: Buffer }, fields: Record<string, string> = {}): Promise<Answer> {
    const boundary = 'the-boundary-of-a-form';
    const part = (head: string, content: Buffer | string) => Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
    const parts = Object.entries(fields).map(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, value));
    parts.push(part(`Content-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.content));
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return this.send('POST', url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
  }

  async send(method: Method, url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    if (!this.sendsTwice || method === 'GET' || !this.csrfToken || GUARDS_ITSELF.test(url)) return this.sendOnce(method, url, body, headers);
    const withKey = { ...headers, 'idempotency-key': randomUUID() };
    const first = await this.sendOnce(method, url, body, withKey);
    if (first.status < 300) this.sendsTwice.push({ method, url, first, again: await this.sendOnce(method, url, body, withKey) });
    return first;
  }

  private async sendOnce(method: Method, url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const response = await this.app.inject({
      method, url, remoteAddress: this.address, payload: body as object, headers: { ...this.ownHeaders(method), ...headers },
    });
    for (const cookie of response.cookies) {
      if (cookie.value === '') this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const parsed = parse(response.payload);
    if (response.statusCode < 300) this.keepToken(parsed);
    return { status: response.statusCode, body: parsed, headers: response.headers as Answer['headers'], raw: response.rawPayload };
  }

  private ownHeaders(method: Method): Record<string, string> {
    return {
      ...(method !== 'GET' && this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
      ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    };
  }

  private keepToken(answer: unknown): void {
    if (typeof answer === 'object' && answer !== null && 'csrfToken' in answer) this.csrfToken = String(answer.csrfToken);
  }
}

/** Codes serve once: these routes keep no answers. */
const GUARDS_ITSELF = /^\/api\/(session\/second-factor|second-factor)/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
