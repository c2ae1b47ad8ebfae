import { createHash } from 'node:crypto';
import pg from 'pg';
import { DescribedQuery, sendable, type Breath, type PreparedStatement, type Shape } from './described-query.js';

/** A text is prepared once it has come so often: what is asked only once is not worth a place in every connection. */
const WORTH_PREPARING = 3;
const MOST_TEXTS = 1_000;
/** As TypeORM writes them. */
const BEGIN = 'START TRANSACTION';
const COMMIT = 'COMMIT';
const ROLLBACK = 'ROLLBACK';

const names = new Map<string, { seen: number; name: string }>();

interface Connection {
  readonly stream: { cork(): void; uncork(): void };
  sync(): void;
}

type Forward = (...call: unknown[]) => never;

const done = (command: string): Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'> => ({ command, rowCount: null, rows: [] });

/**
 * A PostgreSQL connection that prepares the statements it hears again and again, so that the server plans them once for each connection
 * and not at every call, and sends what is asked in one breath (`Promise.all`) as one packet without waiting for the answers in between.
 * Within a transaction the server answers a breath with one packet, too. Callers notice nothing: what comes without values, not even none,
 * or is no plain text, goes through as it is.
 *
 * A transaction begins with the first statement that needs one. What is asked `alone` before that needs none: reading, and the one
 * statement in which everything is written; a transaction that had nothing else is neither begun nor committed.
 */
export class PreparingClient extends pg.Client {
  private gathering = false;
  private held = false;
  /** From the beginning to the end of a transaction, as TypeORM has asked for them. */
  private inTransaction = false;
  /** The database has been told of it. */
  private hasBegun = false;
  private breath?: Breath;
  private readonly shapes = new Map<string, Shape>();

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true } as pg.ClientConfig);
  }

  override query(...call: unknown[]): never {
    const [text, values, callback] = call;
    const answer = values === undefined && callback === undefined ? this.atTheBounds(text) : undefined;
    if (answer) return answer as never;
    if (this.inTransaction && !this.hasBegun) this.tellBeginning();
    return this.ask(...call);
  }

  /** Whether a statement can still stand alone: whatever the transaction has asked so far would have been answered alike without it. */
  get isUntouched(): boolean {
    return this.inTransaction && !this.hasBegun;
  }

  /** Asks without beginning the transaction that was announced; after it has begun, like everything else. */
  alone<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    return this.ask(text, values);
  }

  private ask(...call: unknown[]): never {
    const [text, values, callback] = call;
    const statement = statementOf(text, values);
    if (statement) return this.askPrepared(statement, callback) as never;
    this.gather();
    this.endBreath();
    return this.forward(...call);
  }

  /** Where a transaction begins and where it ends; `undefined` for all else. */
  private atTheBounds(text: unknown): unknown {
    if (text === BEGIN) return this.announce();
    if (!this.inTransaction || (text !== COMMIT && text !== ROLLBACK)) return undefined;
    const answer = this.hasBegun ? text === COMMIT && this.askPrepared({ name: 'commit', text, values: [] }) : Promise.resolve(done(text));
    this.inTransaction = false;
    return answer || undefined;
  }

  private askPrepared(statement: PreparedStatement, callback?: unknown): unknown {
    this.gather();
    if (this.inTransaction) this.breath ??= {};
    else this.endBreath();
    const query = new DescribedQuery(statement, this.shapes, this.breath);
    if (typeof callback === 'function') return this.forward(query, callback);
    return new Promise((resolve, reject) => {
      this.forward(query, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)));
    }).catch(withPlace);
  }

  private announce(): unknown {
    this.endBreath();
    this.inTransaction = true;
    this.hasBegun = false;
    return Promise.resolve(done('START'));
  }

  /** The beginning of a transaction travels with its first question; what is wrong with the connection, that one tells. */
  private tellBeginning(): void {
    this.endBreath();
    this.hasBegun = true;
    this.askPrepared({ name: 'begin', text: BEGIN, values: [] }, () => undefined);
  }

  private get forward(): Forward {
    return super.query.bind(this) as Forward;
  }

  /** Holds the packet open until everything that is about to be asked has been asked. */
  private gather(): void {
    if (this.gathering) return;
    this.hold();
    this.gathering = true;
    process.nextTick(() => {
      this.endBreath();
      this.gathering = this.held = false;
      this.wire.stream.uncork();
    });
  }

  private hold(): void {
    if (this.held) return;
    this.held = true;
    this.wire.stream.cork();
  }

  /** Nothing more belongs to it: the server is asked to answer. */
  private endBreath(): void {
    if (!this.breath) return;
    this.breath = undefined;
    this.wire.sync();
  }

  private get wire(): Connection {
    return (this as unknown as { connection: Connection }).connection;
  }
}

/** What is asked, if it is worth preparing and can be sent so; what cannot is for the library to refuse. */
function statementOf(text: unknown, values: unknown): PreparedStatement | undefined {
  const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
  const sent = name === undefined ? undefined : sendable(values as unknown[]);
  return sent && { name: name!, text: text as string, values: sent };
}

/** As `pg` does it for its own, and one turn later than the answer as there: the first of several failures must be heard first. */
function withPlace(error: Error): never {
  Error.captureStackTrace(error);
  throw error;
}

/** The name under which the text is prepared, the same on every connection; `undefined` while it is not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (!known) {
    if (names.size < MOST_TEXTS) names.set(text, { seen: 1, name: createHash('sha256').update(text).digest('base64url').slice(0, 22) });
    return undefined;
  }
  known.seen += 1;
  return known.seen < WORTH_PREPARING ? undefined : known.name;
}
