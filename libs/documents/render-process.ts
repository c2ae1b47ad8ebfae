import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A template below the template folder, or its text. */
export type Template = { readonly path: string } | { readonly source: string };

/** What the child is asked; `data` is JSON, `seconds` the instant in the document's properties. */
export interface RenderRequest {
  readonly template: Template;
  readonly data: string;
  readonly seconds: number;
}

/** What it answers: the document, or why there is none. */
export interface RenderAnswer {
  readonly pdf?: Uint8Array;
  readonly diagnostics?: readonly string[];
}

const require = createRequire(import.meta.url);
const CHILD = fileURLToPath(new URL('./render-child.mjs', import.meta.url));

const FONTS = ['noto-sans-sc', 'noto-serif-sc'].flatMap((family) => {
  const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  return ['400Regular', '700Bold'].map((weight) => join(folder, weight));
});

/** The child inherits no settings, and a template that names a package of the network finds no way there. */
const ENVIRONMENT = { TZ: 'UTC', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };

/**
 * The process that turns templates into PDF, one document at a time. It keeps the parent alive only
 * while it works.
 */
export class RenderProcess {
  rendered = 0;
  private spoiled = false;
  private readonly child: ChildProcess;

  constructor(workspace: string) {
    this.child = fork(CHILD, [JSON.stringify({ workspace, fontPaths: FONTS })], {
      serialization: 'advanced',
      execArgv: [],
      env: ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child.on('error', () => {
      this.spoiled = true;
    });
    this.rest();
  }

  get isAlive(): boolean {
    return this.child.connected && !this.spoiled;
  }

  /** Throws when the process ends or takes longer than `timeoutMs`; it is of no use afterwards. */
  async render(request: RenderRequest, timeoutMs: number): Promise<RenderAnswer> {
    this.rendered += 1;
    this.child.ref();
    this.child.channel?.ref();
    try {
      return await this.ask(request, timeoutMs);
    } catch (error) {
      this.spoiled = true;
      this.child.kill('SIGKILL');
      throw error;
    } finally {
      this.rest();
    }
  }

  /** Lets it end; resolves when it has. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.ref();
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.connected) this.child.disconnect();
    else this.child.kill('SIGKILL');
    await ended;
  }

  private ask(request: RenderRequest, timeoutMs: number): Promise<RenderAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        this.child.removeAllListeners('message').removeAllListeners('exit');
        outcome();
      };
      const fail = (reason: string) => () => settle(() => reject(new Error(`The PDF process ${reason}`)));
      const timer = setTimeout(fail(`took longer than ${timeoutMs} ms`), timeoutMs);
      this.child.once('message', (answer) => settle(() => resolve(answer as RenderAnswer)));
      this.child.once('exit', fail('ended before its answer'));
      this.child.send(request, (error) => {
        if (error !== null) fail('could not be reached')();
      });
    });
  }

  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }
}
