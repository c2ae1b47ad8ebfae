import { auditTime, interval, map, merge, of, takeUntil, timer, type Observable } from 'rxjs';

/** Several changes of one moment, such as everybody moving up in the order, are one piece of news. */
const GATHERED_MS = 50;
const ALIVE_EVERY_MS = 15_000;
/** After it the browser connects anew, and her rights are asked for anew. */
const LASTS_MS = 10 * 60_000;

type Headers = Record<string, number | string | string[] | undefined>;

/** What we need of Fastify's reply. */
interface Reply {
  hijack(): unknown;
  /** Those that every answer has. */
  getHeaders(): Headers;
  readonly raw: {
    writeHead(status: number, headers: Headers): unknown;
    write(text: string): boolean;
    end(): unknown;
    on(event: 'close', listener: () => void): unknown;
  };
}

/**
 * Answers with server-sent events: `changed` at once and after every change, `alive` in between. They carry nothing of it: the screen reads
 * its own view again, so that a lost connection loses nothing and a repeated one doubles nothing. Whoever may not listen is refused before
 * this is called, with an ordinary answer: a browser does not come back to a stream that was refused.
 */
export function sendLive(reply: Reply, news: Observable<unknown>): void {
  const changed = merge(of(null), news.pipe(auditTime(GATHERED_MS))).pipe(map(() => 'changed'));
  const alive = interval(ALIVE_EVERY_MS).pipe(map(() => 'alive'));
  reply.hijack();
  reply.raw.writeHead(200, {
    ...reply.getHeaders(), 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', Connection: 'keep-alive',
    // A proxy that gathers what it passes on would keep the news to itself.
    'X-Accel-Buffering': 'no',
  });
  // A browser passes on no event whose data is empty.
  const sending = merge(changed, alive).pipe(takeUntil(timer(LASTS_MS))).subscribe({
    next: (event) => reply.raw.write(`event: ${event}\ndata: .\n\n`),
    complete: () => reply.raw.end(),
  });
  reply.raw.on('close', () => sending.unsubscribe());
}
