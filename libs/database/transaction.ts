import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { refused, say } from '#libs/errors';

interface OpenTransaction {
  manager: EntityManager;
  beforeCommit: (() => Promise<void>)[];
}

/** What closes the outermost transaction of one request: it notes the outcome, or undoes everything by throwing. */
export interface TransactionEnvelope {
  /** The last statement before the commit. Answers whether it wrote anything. */
  commit(manager: EntityManager, result: unknown): Promise<boolean>;
  /** What `commit` wrote has been rolled back after all. */
  undone(): void;
}

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** The one way to open a transaction. A nested call joins the open one, so a facade may be called from a handler. */
@Injectable()
export class Transaction {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly envelopes = new AsyncLocalStorage<TransactionEnvelope>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in a transaction and repeats it whole, up to five times, when PostgreSQL asks for that
   * (serialization failure 40001, deadlock 40P01).
   * @throws DomainError `busy` (kind refused) when every attempt collided; any error of the work itself.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (!isCollision(error)) throw error;
        if (attempt === ATTEMPTS) throw refused('busy', BUSY);
        await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));
      }
    }
  }

  /** The manager of the open transaction. Writing without one is a programming error and throws. */
  get manager(): EntityManager {
    const open = this.open.getStore();
    if (!open) throw new Error('A write needs an open transaction: wrap it in Transaction.run in the handler.');
    return open.manager;
  }

  /** For reading: the open transaction if there is one, else any connection. */
  get reader(): EntityManager {
    return this.open.getStore()?.manager ?? this.dataSource.manager;
  }

  get isOpen(): boolean {
    return this.open.getStore() !== undefined;
  }

  /** Asks for a last step inside the open transaction, after the work and before the commit. */
  beforeCommit(step: () => Promise<void>): void {
    const open = this.open.getStore();
    if (!open) throw new Error('There is no open transaction to attach a step to.');
    open.beforeCommit.push(step);
  }

  /** Everything run inside `work` has its outermost transaction closed by the envelope. */
  within<T>(envelope: TransactionEnvelope, work: () => Promise<T>): Promise<T> {
    return this.envelopes.run(envelope, work);
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const envelope = this.envelopes.getStore();
    let noted = false;
    try {
      return await this.dataSource.transaction(async (manager) => {
        const open: OpenTransaction = { manager, beforeCommit: [] };
        return this.open.run(open, async () => {
          const result = await work();
          for (const step of open.beforeCommit) await step();
          noted = (await envelope?.commit(manager, result)) ?? false;
          return result;
        });
      });
    } catch (error) {
      if (noted) envelope?.undone();
      throw error;
    }
  }
}

const BUSY = say('系统繁忙，您的操作没有生效，请稍后重试', 'The system is busy; nothing was changed. Please try again shortly');

function isCollision(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code !== undefined && RETRIED.has(code);
}
