import type { DraftStore } from '../draft-store.js';

type Book = DraftStore['book'];

/** How the rules reach the server, which answers with the number of their new version. */
export type PutRules = (book: Book, version: number, reason: string | undefined) => Promise<{ readonly version: number }>;

export interface Kept {
  readonly version: number;
  readonly book: Book;
}

/** Sends one version at a time; the next goes with the number that the last has got. */
export class RulesSender {
  private waiting: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Pick<DraftStore, 'book'>,
    private last: Kept,
    private readonly put: PutRules,
  ) {}

  /** What the server has. */
  get kept(): Kept {
    return this.last;
  }

  get dirty(): boolean {
    return this.store.book !== this.last.book;
  }

  send(reason?: string): Promise<void> {
    const next = this.waiting.catch(() => undefined).then(async () => {
      const { book } = this.store;
      if (book === this.last.book) return;
      const { version } = await this.put(book, this.last.version, reason);
      this.last = { version, book };
    });
    this.waiting = next;
    return next;
  }

  /** Somebody else's version is what the next one is written over. */
  settle(theirs: Kept): void {
    this.last = theirs;
  }

  /** What could not be sent while the line was down goes without another key being pressed; nothing goes that waits for a person's word. */
  goesAgain({ automatic, conflict }: { readonly automatic: boolean; readonly conflict: boolean }): boolean {
    return automatic && !conflict && this.dirty;
  }
}
