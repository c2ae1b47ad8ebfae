import { createHash } from 'node:crypto';
import pg from 'pg';
import { DescribedQuery, type Shape } from './described-query.js';

/** A text is prepared once it has come so often: what is asked only once is not worth a place in every connection. */
const WORTH_PREPARING = 3;
const MOST_TEXTS = 1_000;
/** As TypeORM writes it. */
const BEGIN = 'START TRANSACTION';

const names = new Map<string, { seen: number; name: string }>();

interface Stream {
  cork(): void;
  uncork(): void;
}

/**
 * A PostgreSQL connection that prepares the statements it hears again and again, so that the server plans them once for each connection
 * and not at every call, and sends what is asked in one breath (`Promise.all`) as one packet without waiting for the answers in between.
 * Callers notice nothing: what comes without values, not even none, or is no plain text, goes through as it is.
 */
export class PreparingClient extends pg.Client {
  private gathering = false;
  private held = false;
  private readonly shapes = new Map<string, Shape>();

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true } as pg.ClientConfig);
  }

  override query(...call: unknown[]): never {
    const [text, values, ...rest] = call;
    if (text === BEGIN && call.length <= 2 && typeof values !== 'function') return this.begin() as never;
    this.gather();
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    const forward = super.query.bind(this) as (...forwarded: unknown[]) => never;
    if (name === undefined) return forward(...call);
    return this.askPrepared({ name, text: text as string, values: values as unknown[] }, rest, forward);
  }

  private askPrepared(statement: { name: string; text: string; values: unknown[] }, [callback]: unknown[], forward: (...forwarded: unknown[]) => never): never {
    const query = new DescribedQuery(statement, this.shapes);
    if (typeof callback === 'function') return forward(query, callback);
    return new Promise((resolve, reject) => {
      forward(query, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)));
    }).catch(withPlace) as never;
  }

  /** The beginning of a transaction travels with its first question; what is wrong with the connection, that one tells. */
  private begin(): Promise<Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>> {
    this.hold();
    void (super.query as (text: string) => Promise<unknown>).call(this, BEGIN).catch(() => undefined);
    return Promise.resolve({ command: 'START', rowCount: null, rows: [] });
  }

  /** Holds the packet open until everything that is about to be asked has been asked. */
  private gather(): void {
    if (this.gathering) return;
    this.hold();
    this.gathering = true;
    process.nextTick(() => {
      this.gathering = this.held = false;
      this.stream.uncork();
    });
  }

  private hold(): void {
    if (this.held) return;
    this.held = true;
    this.stream.cork();
  }

  private get stream(): Stream {
    return (this as unknown as { connection: { stream: Stream } }).connection.stream;
  }
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
