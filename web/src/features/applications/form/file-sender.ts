import { newIdempotencyKey, Problem, sendDocument, type DocumentView } from '../../../api/index.js';

/** One file on its way, as its row shows it. */
export interface SentFile {
  /** Its key with the server too. */
  readonly id: string;
  /** The field that it answers. */
  readonly path: string;
  readonly file: File;
  readonly name: string;
  readonly size: number;
  readonly state: 'sending' | 'waiting' | 'failed';
  /** Share sent, 0 to 1. */
  readonly progress: number;
  /** Why it failed, in the server’s words. */
  readonly sentence?: string;
  /** Sending it again would fail again. */
  readonly final?: boolean;
  /** The server’s code where it was refused. */
  readonly code?: string;
  /** The session had ended; it goes on once she has signed in again. */
  readonly signedOut?: boolean;
}

type Send = typeof sendDocument;

const isUnderWay = ({ state }: SentFile): boolean => state === 'sending' || state === 'waiting';

/**
 * Files on their way up, for the whole form: whoever leaves a section neither stops nor loses sight of them. What has arrived is told in the
 * order in which it was chosen, however fast each came.
 */
export class FileSender {
  #files: readonly SentFile[] = [];
  #chosen = 0;
  readonly #turns = new Map<string, number>();
  readonly #stops = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly onArrived: (path: string, document: DocumentView) => void,
    private readonly send: Send = sendDocument,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All that have not arrived, refused ones too, until somebody removes them. */
  files = (): readonly SentFile[] => this.#files;

  isBusy = (): boolean => this.#files.some(isUnderWay);

  add(path: string, files: readonly File[]): void {
    const fresh = files.map((file): SentFile => ({ id: newIdempotencyKey(), path, file, name: file.name, size: file.size, state: 'sending', progress: 0 }));
    for (const { id } of fresh) this.#turns.set(id, (this.#chosen += 1));
    this.#set([...this.#files, ...fresh]);
    fresh.forEach((one) => void this.#bring(one));
  }

  retry(id: string): void {
    const one = this.#files.find((file) => file.id === id);
    if (!one || isUnderWay(one)) return;
    this.#patch(id, { state: 'sending', progress: 0, signedOut: false });
    void this.#bring(one);
  }

  /** Signed in again: what had stopped for it goes on. */
  resume = (): void => this.#files.filter(({ signedOut }) => signedOut).forEach(({ id }) => this.retry(id));

  /** Removes it; what is still on its way is stopped and does not arrive. */
  drop(id: string): void {
    this.#stops.get(id)?.abort();
    this.#set(this.#files.filter((file) => file.id !== id));
  }

  /** The ids of arrived documents in the order in which they were chosen; what was there before comes first. */
  inTurn(ids: readonly string[]): string[] {
    const turn = (id: string): number => this.#turns.get(id) ?? 0;
    return [...ids].sort((a, b) => turn(a) - turn(b));
  }

  async #bring({ id, path, file }: SentFile): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(id, stop);
    try {
      const document = await this.send(file, { key: id, signal: stop.signal, onProgress: (progress, waiting) => this.#patch(id, { progress, state: waiting ? 'waiting' : 'sending' }) });
      if (stop.signal.aborted) return;
      this.#turns.set(document.id, this.#turns.get(id) ?? 0);
      this.#set(this.#files.filter((one) => one.id !== id));
      this.onArrived(path, document);
    } catch (error) {
      // What is refused for what is in it is refused again.
      this.#patch(id, { state: 'failed', ...(error instanceof Problem ? { sentence: error.detail, code: error.code, final: error.code.startsWith('file.'), signedOut: error.status === 401 } : {}) });
    }
  }

  /** Does nothing for one that was removed meanwhile. */
  #patch(id: string, change: Partial<SentFile>): void {
    this.#set(this.#files.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  #set(files: readonly SentFile[]): void {
    this.#files = files;
    this.#listeners.forEach((listener) => listener());
  }
}
