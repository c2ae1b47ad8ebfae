import type { BrowserContext } from '@playwright/test';

type Answer = Record<string, never> & Record<string, unknown>;

/** A person's own calls to the interface, in the session of her browser: for what a journey needs before it begins. */
export class Api {
  private token = '';

  constructor(private readonly context: BrowserContext) {}

  async get<T = Answer>(path: string): Promise<T> {
    return read(await this.context.request.get(`/api${path}`), `GET ${path}`);
  }

  async post<T = Answer>(path: string, body: object = {}): Promise<T> {
    return read(await this.context.request.post(`/api${path}`, { data: body, headers: await this.headers() }), `POST ${path}`);
  }

  async put<T = Answer>(path: string, body: object): Promise<T> {
    return read(await this.context.request.put(`/api${path}`, { data: body, headers: await this.headers() }), `PUT ${path}`);
  }

  async upload(name: string, content: Buffer): Promise<string> {
    const answer = await this.context.request.post('/api/documents', { multipart: { file: { name, mimeType: 'application/pdf', buffer: content } }, headers: await this.headers() });
    return (await read<{ id: string }>(answer, 'POST /documents')).id;
  }

  private async headers(): Promise<Record<string, string>> {
    if (!this.token) this.token = (await this.get<{ csrfToken: string }>('/session')).csrfToken;
    return { 'x-csrf-token': this.token };
  }
}

async function read<T>(answer: Awaited<ReturnType<BrowserContext['request']['get']>>, what: string): Promise<T> {
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${what} → ${answer.status()} ${text.slice(0, 600)}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
