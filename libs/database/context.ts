import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenTransaction, Transaction, TransactionEnvelope } from './transaction.js';

/** What goes with a request, or with a piece of work, through everything that it awaits. */
interface Context {
  /** When all of the request was here, in monotonic milliseconds of this process. */
  readonly arrival?: number;
  readonly envelope?: { readonly of: Transaction; readonly closing: TransactionEnvelope };
  readonly open?: { readonly of: Transaction; readonly transaction: OpenTransaction };
}

/** One for all of it: Node copies every storage into every promise. */
const storage = new AsyncLocalStorage<Context>();

export const contextNow = (): Context | undefined => storage.getStore();

/** Runs the work with this part of its context changed. */
export const inContext = <T>(part: Context, work: () => T): T => storage.run({ ...storage.getStore(), ...part }, work);
