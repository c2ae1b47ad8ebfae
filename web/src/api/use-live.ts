import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** The server says at least every fifteen seconds that it is there; after two that did not come, the line counts as broken. */
const SILENCE_MS = 40_000;
/** A browser gives up on a refused stream; whoever was refused for a passing reason tries again. */
const AGAIN_AFTER_MS = 20_000;

/** While the stream stands, a view is read after every piece of news, and once in a while besides: that also shows that somebody is here. */
const SELDOM_MS = 30_000;
/** Without it the view is asked for again and again, as often as a clock on a stage needs. */
const OFTEN_MS = 2_000;

/**
 * Keeps a view live: hears from the server that something has changed and reads the view again. While no stream stands, it falls back to
 * asking every two seconds. The news carry nothing, so a reconnect neither loses nor doubles anything. Answers the `refetchInterval` of the
 * view's query.
 */
export function useLive(path: string, view: QueryKey): number {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const key = JSON.stringify(view);
  useEffect(() => {
    const stream = new LiveStream(path, setLive, () => void queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey }));
    return () => stream.close();
  }, [path, key, queries]);
  return live ? SELDOM_MS : OFTEN_MS;
}

class LiveStream {
  private source: EventSource | undefined;
  private timer: number | undefined;

  constructor(
    private readonly path: string,
    private readonly onLive: (live: boolean) => void,
    private readonly onChange: () => void,
  ) {
    for (const event of ['online', 'offline']) window.addEventListener(event, this.look);
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }

  close(): void {
    for (const event of ['online', 'offline']) window.removeEventListener(event, this.look);
    document.removeEventListener('visibilitychange', this.look);
    this.rest();
  }

  /** A page that nobody looks at keeps no line: a browser has six to one server, over all its pages. */
  private readonly look = (): void => {
    this.rest();
    if (document.visibilityState === 'visible' && navigator.onLine) this.open();
  };

  private rest(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    this.onLive(false);
  }

  private open(): void {
    const source = new EventSource(this.path);
    this.source = source;
    source.addEventListener('changed', () => {
      this.heard();
      this.onChange();
    });
    source.addEventListener('alive', () => this.heard());
    source.addEventListener('error', () => {
      this.onLive(false);
      // A line that breaks is taken up again by the browser itself; one that was refused is not.
      if (source.readyState === EventSource.CLOSED) this.again(AGAIN_AFTER_MS);
    });
  }

  private heard(): void {
    this.onLive(true);
    this.again(SILENCE_MS);
  }

  private again(after: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.look, after);
  }
}
