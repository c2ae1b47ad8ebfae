import { newIdempotencyKey } from './client.js';
import { Unreachable } from './problem.js';

/** The attempts of one command: they bear one key until an answer has come, so that pressing again cannot do the thing twice. */
export class Attempts {
  #key = newIdempotencyKey();
  #lost = false;

  get key(): string {
    return this.#key;
  }

  /** One has ended. Answers whether the page may be out of date: it was done, or it may have been done without an answer. */
  ended(error: unknown = null): boolean {
    const mayHaveBeenDone = this.#lost || error instanceof Unreachable;
    this.#lost = error instanceof Unreachable;
    if (!this.#lost) this.#key = newIdempotencyKey();
    return error === null || mayHaveBeenDone;
  }
}
