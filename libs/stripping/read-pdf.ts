import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./read-pdf-child.mjs', import.meta.url));
const MOST_MS = 30_000;

/** The text of each page, empty for one that is a picture; null for a file of more pages than anybody reads. Throws when it cannot be read in 30 seconds. */
export function pagesOfPdf(content: Buffer): Promise<readonly string[] | null> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, { serialization: 'advanced', execArgv: ['--max-old-space-size=512'], env: { TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const fail = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(`The PDF was not read: ${reason}`));
    };
    const timer = setTimeout(() => fail(`longer than ${MOST_MS} ms`), MOST_MS);
    child.once('message', (answer: { pages?: readonly string[] | null; failed?: string }) => {
      clearTimeout(timer);
      if (answer.failed === undefined) resolve(answer.pages ?? null);
      else fail(answer.failed);
    });
    child.once('error', ({ message }) => fail(message));
    child.once('exit', () => {
      clearTimeout(timer);
      fail('its process ended');
    });
    child.send({ content });
  });
}
