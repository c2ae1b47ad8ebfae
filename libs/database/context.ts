import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { PreparingClient } from './preparing-client.js';
import type { Statement } from './together.js';

/** A transaction while it is open. */
export interface OpenTransaction {
  manager: EntityManager;
  client: PreparingClient;
  beforeCommit: (() => Promise<void>)[];
  /** Writes that nobody has had to see yet. */
  waiting: Statement[];
  /** What was sent without waiting for the answer, in that order. */
  sent: Promise<unknown>[];
}

/** What closes the outermost transaction of one request: it notes the outcome. */
export interface TransactionEnvelope {
  /** The last thing written before the commit, if anything. */
  note(result: unknown): Statement | undefined;
  /** What was noted has been rolled back after all. */
  undone(): void;
}

/** What goes with a request, or with a piece of work, through everything that it awaits. */
interface Context {
  /** When all of the request was here, in monotonic milliseconds of this process. */
  readonly arrival?: number;
  readonly envelope?: { readonly of: object; readonly closing: TransactionEnvelope };
  readonly open?: { readonly of: object; readonly transaction: OpenTransaction };
  /** Whose transactions are not to be tried again by themselves: all that they rest on is read again with them. */
  readonly repeated?: object;
}

/** One for all of it: Node copies every storage into every promise. */
const storage = new AsyncLocalStorage<Context>();

export const contextNow = (): Context | undefined => storage.getStore();

/** Runs the work with this part of its context changed. */
export const inContext = <T>(part: Context, work: () => T): T => storage.run({ ...storage.getStore(), ...part }, work);
