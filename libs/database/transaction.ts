import { Injectable } from '@nestjs/common';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { refused, say } from '#libs/errors';
import { contextNow, inContext, type OpenTransaction, type TransactionEnvelope } from './context.js';
import type { PreparingClient } from './preparing-client.js';
import { Overtaken } from './overtaken.js';
import { SharedLine } from './shared-line.js';
import { faultOf, inGroups, together, type Statement } from './together.js';

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** The one way to open a transaction. A nested call joins the open one, so a facade may be called from a handler. */
@Injectable()
export class Transaction {
  private readonly line = new SharedLine(() => this.pool);

  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs the work in a transaction and repeats it whole, up to five times, when PostgreSQL asks for that
   * (serialization failure 40001, deadlock 40P01).
   * @throws DomainError `busy` (kind refused) when every attempt collided; any error of the work itself.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen) return work();
    return contextNow()?.repeated === this ? this.once(work) : attempts(() => this.once(work), isCollision);
  }

  /**
   * Runs work that reads first and then opens a transaction for what it writes, and repeats it whole where what it had read was changed in
   * between (`Overtaken`) or where the transaction collided: no row is locked and no connection held while it thinks.
   * @throws DomainError `busy` (kind refused) when that happened five times; any error of the work itself.
   */
  repeated<T>(work: () => Promise<T>): Promise<T> {
    return attempts(() => inContext({ repeated: this }, work), (error) => error instanceof Overtaken || isCollision(error));
  }

  /** The manager of the open transaction. Writing without one is a programming error and throws. */
  get manager(): EntityManager {
    return this.seen().manager;
  }

  /** For reading: the open transaction if there is one, else any connection. */
  get reader(): EntityManager {
    return this.isOpen ? this.seen().manager : this.dataSource.manager;
  }

  get isOpen(): boolean {
    return this.opened !== undefined;
  }

  /**
   * Asks the database in words written out, without TypeORM between: for what is asked at every submission and every save.
   * In the open transaction if there is one, else on any connection.
   */
  async sql<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const asked = this.isOpen ? this.seen().client : this.pool;
    return (await (asked.query(text, values as unknown[]) as Promise<QueryResult<Row>>)).rows;
  }

  /**
   * Reads without a lock. What it finds may have changed when it is written, so that a change says which version it was made of (`change`).
   * Where all else that the transaction does is write one statement, neither is wrapped in a transaction: the statement is one by itself.
   */
  async read<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const open = this.opened;
    if (!open) return this.sql(text, values);
    this.flush(open);
    return (await open.client.alone<Row>(text, values)).rows;
  }

  /** Reads outside any transaction, together with whatever else is read so at the same moment. */
  readTogether<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.line.ask(text, values);
  }

  /** Adds rows without waiting: they go out with the others as one statement, before anything else is asked and at the latest with the commit. */
  insert(text: string, values: readonly unknown[]): void {
    this.here().waiting.push({ text, values });
  }

  /**
   * Changes or holds a row of the table without waiting, and goes out with the inserts. The statement returns the row; where it finds none,
   * nothing of the transaction is kept, and it fails with what that means: `Overtaken` where it was one of several.
   */
  change(table: string, text: string, values: readonly unknown[], unchanged: () => unknown): void {
    const open = this.here();
    // It may be the same row again, and one statement changes a row once.
    if (open.waiting.some((waits) => waits.change?.table === table)) this.flush(open);
    open.waiting.push({ text, values, change: { table, unchanged } });
  }

  /** Writes without waiting what has parts that write, and so goes out by itself; if it fails, nothing of the transaction is kept. `fault` says what the failure means. */
  whole(text: string, values: readonly unknown[], fault: (error: unknown) => unknown): void {
    this.here().waiting.push({ text, values, whole: fault });
  }

  /** Asks for a last step inside the open transaction, after the work and before the commit. */
  beforeCommit(step: () => Promise<void>): void {
    this.here().beforeCommit.push(step);
  }

  /** Everything run inside `work` has its outermost transaction closed by the envelope. */
  within<T>(envelope: TransactionEnvelope, work: () => Promise<T>): Promise<T> {
    return inContext({ envelope: { of: this, closing: envelope } }, work);
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const kept = contextNow()?.envelope;
    const envelope = kept?.of === this ? kept.closing : undefined;
    const open: OpenTransaction = { manager: runner.manager, client: (await runner.connect()) as PreparingClient, beforeCommit: [], waiting: [], sent: [] };
    let noted: Statement | undefined;
    try {
      await runner.startTransaction();
      return await inContext({ open: { of: this, transaction: open } }, async () => {
        const result = await work();
        for (const step of open.beforeCommit) await step();
        noted = envelope?.note(result);
        if (noted) open.waiting.push(noted);
        await this.commit(open, runner);
        return result;
      });
    } catch (error) {
      if (noted) envelope?.undone();
      await runner.rollbackTransaction().catch(() => undefined);
      throw (await firstFault(open.sent)) ?? error;
    } finally {
      await runner.release();
    }
  }

  /** The commit travels with the last writes: where one of them fails, PostgreSQL takes it for a rollback. One alone is committed by itself. */
  private async commit(open: OpenTransaction, runner: QueryRunner): Promise<void> {
    this.flush(open, true);
    open.sent.push(quietly(runner.commitTransaction()));
    const fault = await firstFault(open.sent);
    if (fault) throw fault;
  }

  private get opened(): OpenTransaction | undefined {
    const open = contextNow()?.open;
    return open?.of === this ? open.transaction : undefined;
  }

  private here(): OpenTransaction {
    const open = this.opened;
    if (!open) throw new Error('A write needs an open transaction: wrap it in Transaction.run in the handler.');
    return open;
  }

  /** The open transaction, with everything written so far on its way: what is asked next comes after it. */
  private seen(): OpenTransaction {
    const open = this.here();
    this.flush(open);
    return open;
  }

  /** @param last nothing is asked after it */
  private flush(open: OpenTransaction, last = false): void {
    const groups = inGroups(open.waiting.splice(0));
    const alone = last && groups.length === 1 && open.client.isUntouched;
    for (const group of groups) this.ask(open, group, alone);
  }

  private ask({ client, sent }: OpenTransaction, statements: readonly Statement[], alone: boolean): void {
    const { text, values } = together(statements);
    const asked = alone ? client.alone(text, values) : (client.query(text, values as unknown[]) as Promise<unknown>);
    sent.push(quietly(asked.catch((error: unknown) => Promise.reject(faultOf(statements, error)))));
  }
}

/** Does the work again, up to five times, while it fails like this. */
async function attempts<T>(work: () => Promise<T>, again: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!again(error)) throw error;
      if (attempt === ATTEMPTS) throw refused('busy', BUSY);
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
}

/** Its failure is told at the commit, not as one that nobody has heard. */
function quietly<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}

/** After the first failure PostgreSQL refuses all that follows: the first one is the cause. */
async function firstFault(sent: readonly Promise<unknown>[]): Promise<unknown> {
  for (const outcome of await Promise.allSettled(sent)) if (outcome.status === 'rejected') return outcome.reason;
  return undefined;
}

const BUSY = say('系统繁忙，您的操作没有生效，请稍后重试', 'The system is busy; nothing was changed. Please try again shortly');

function isCollision(error: unknown): boolean {
  const { code } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown };
  return typeof code === 'string' && RETRIED.has(code);
}
