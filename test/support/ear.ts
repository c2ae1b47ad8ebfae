import { get, type ClientRequest } from 'node:http';
import type { Client } from './client.js';

/** Hears the server-sent events of one address, as a browser's EventSource does. */
export class Ear {
  /** The events by their names; only what says that something has changed. */
  readonly heard: string[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly request: ClientRequest;
  private status?: number;
  private body = '';

  constructor(base: string, path: string, client: Client) {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    this.request = get(`${base}${path}`, { headers: { accept: 'text/event-stream', cookie } }, (response) => {
      this.status = response.statusCode;
      response.setEncoding('utf8').on('data', (text: string) => this.take(text)).on('end', () => this.wake()).on('error', () => undefined);
    }).on('error', () => undefined);
  }

  /** How the opening was answered, once it was. */
  async answer(): Promise<{ status: number; body: string }> {
    await this.until(() => this.status !== undefined && this.body !== '');
    return { status: this.status!, body: this.body };
  }

  /** Resolves when so many changes have been heard in all. @throws after five seconds */
  changes(count: number): Promise<void> {
    return this.until(() => this.heard.length >= count);
  }

  close(): void {
    this.request.destroy();
  }

  private take(text: string): void {
    this.body += text;
    for (const [, name] of text.matchAll(/^event: (\w+)$/gm)) if (name === 'changed') this.heard.push(name);
    this.wake();
  }

  private wake(): void {
    this.waiting.forEach((look) => look());
  }

  private until(met: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`heard ${this.heard.length} changes; answered ${this.status}: ${this.body.slice(0, 200)}`)), 5_000);
      const look = () => {
        if (!met()) return;
        clearTimeout(patience);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }
}
