import type { MessageEvent } from '@nestjs/common';
import { auditTime, interval, map, merge, of, takeUntil, timer, type Observable } from 'rxjs';

/** Several changes of one moment, such as everybody moving up in the order, are one piece of news. */
const GATHERED_MS = 50;
const ALIVE_EVERY_MS = 15_000;
/** After it the browser connects anew, and her rights are asked for anew. */
const LASTS_MS = 10 * 60_000;

/**
 * Server-sent events of one screen: `changed` at once and after every change, `alive` in between. They carry nothing of it: the screen reads its
 * own view again, so that a lost connection loses nothing and a repeated one doubles nothing.
 */
export function liveStream(news: Observable<unknown>): Observable<MessageEvent> {
  const changed = merge(of(null), news.pipe(auditTime(GATHERED_MS))).pipe(map((): MessageEvent => ({ type: 'changed', data: 'read again' })));
  const alive = interval(ALIVE_EVERY_MS).pipe(map((): MessageEvent => ({ type: 'alive', data: 'still here' })));
  return merge(changed, alive).pipe(takeUntil(timer(LASTS_MS)));
}
