import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./read-pdf-child.mjs', import.meta.url));
const MOST_MS = 30_000;

export interface PdfPage {
  readonly text: string;
  /** It holds a picture or a drawing, or no text at all: something on it is seen and was not read. */
  readonly unread: boolean;
}

interface Answer {
  readonly pages?: readonly PdfPage[] | null;
  readonly failed?: string;
}

/** One process reads one file after the other; it keeps nobody awake while nothing is asked, and is ended when a file keeps it too long. */
class ReadingProcess {
  private child: ChildProcess | null = null;
  private last: Promise<unknown> = Promise.resolve();

  read(content: Buffer, pictured: readonly number[]): Promise<readonly PdfPage[] | null> {
    const next = this.last.then(() => this.ask(content, pictured));
    this.last = next.catch(() => undefined);
    return next;
  }

  private ask(content: Buffer, pictured: readonly number[]): Promise<readonly PdfPage[] | null> {
    const child = this.awake();
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        child.unref();
        child.channel?.unref();
        outcome();
      };
      const fail = (reason: string) => settle(() => reject(new Error(`The PDF was not read: ${reason}`)));
      const end = (reason: string) => {
        this.child = null;
        child.kill('SIGKILL');
        fail(reason);
      };
      const timer = setTimeout(() => end(`longer than ${MOST_MS} ms`), MOST_MS);
      child.once('exit', () => end('its process ended'));
      child.once('message', ({ pages = null, failed }: Answer) => (failed === undefined ? settle(() => resolve(pages)) : fail(failed)));
      child.send({ content, pictured }, (error) => (error === null ? undefined : end(error.message)));
    });
  }

  private awake(): ChildProcess {
    if (!this.child?.connected) {
      this.child = fork(CHILD, { serialization: 'advanced', execArgv: ['--max-old-space-size=512'], env: { TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      this.child.on('error', () => undefined);
    }
    this.child.ref();
    this.child.channel?.ref();
    return this.child;
  }
}

const reading = new ReadingProcess();

/**
 * What is read on each page; null for a file of more pages than anybody reads. Throws when it cannot be read in 30 seconds.
 * @param pictured pages known to hold a picture: nothing is drawn to find out
 */
export const pagesOfPdf = (content: Buffer, pictured: readonly number[]): Promise<readonly PdfPage[] | null> => reading.read(content, pictured);
