import pg from 'pg';
import { inOnePiece } from './in-one-piece.js';

/** What PostgreSQL has told of the columns that a prepared statement answers with, and how each is read. */
export interface Shape {
  readonly fields: unknown;
  readonly parsers: unknown;
  readonly empty: object | null;
}

interface Result {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: object | null;
}

/** Statements of one transaction that were asked together: they are answered together, and after a failure none of them is carried out any more. */
export interface Breath {
  last?: DescribedQuery;
}

interface Connection {
  parse(statement: object): void;
  bind(binding: object): void;
  describe(portal: object): void;
  execute(portal: object): void;
  sync(): void;
  emit(name: string, message: unknown): void;
  readonly submittedNamedStatements: Record<string, string>;
}

/** The parts of a query of `pg` that its types do not show. */
interface Inside {
  name: string;
  text: string;
  _result: Result;
  _accumulateRows: boolean;
  hasBeenParsed(connection: Connection): boolean;
  prepare(connection: Connection): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}

const Query = (pg as unknown as { Query: new (text: string) => Inside }).Query;
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A prepared statement that has its answer described once for each connection and not every time: PostgreSQL itself refuses a prepared
 * statement whose columns have changed, so what it told first still holds. Of a breath only the last is followed by a Sync, so that the
 * server answers once; `pg` waits for an answer to each, and is told of it here as each is done.
 */
export class DescribedQuery extends Query {
  /** @param shapes of the connection that the query is sent on, by name of the statement */
  constructor(
    private readonly statement: PreparedStatement,
    private readonly shapes: Map<string, Shape>,
    private readonly breath?: Breath,
  ) {
    super(statement.text);
    this.name = statement.name;
    if (breath) breath.last = this;
  }

  override prepare(connection: Connection): void {
    const { name, text, values } = this.statement;
    if (!this.hasBeenParsed(connection)) {
      connection.parse({ name, text });
      connection.submittedNamedStatements[name] = text;
    }
    const known = this.shapes.get(name);
    connection.bind({ portal: '', statement: name, values });
    if (known) this.answeredAs(known);
    else connection.describe({ type: 'P', name: '' });
    connection.execute({ portal: '' });
    if (!this.breath) connection.sync();
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    super.handleCommandComplete(message, connection);
    if (!this.shapes.has(this.name)) {
      const { fields, _parsers: parsers, _prebuiltEmptyResultObject: empty } = this._result;
      this.shapes.set(this.name, { fields, parsers, empty: empty && inOnePiece(empty) });
    }
    if (this.isFollowed) connection.emit('readyForQuery', { status: 'T' });
  }

  override handleError(error: Error, connection: Connection): void {
    super.handleError(error, connection);
    // The server passes over the others without a word; those are told here. Where the connection itself is lost, `pg` tells everybody.
    if (!this.isFollowed || !(error instanceof pg.DatabaseError)) return;
    connection.emit('readyForQuery', { status: 'E' });
    connection.emit('errorMessage', passedOver(error));
  }

  private get isFollowed(): boolean {
    return this.breath !== undefined && this.breath.last !== this;
  }

  private answeredAs({ fields, parsers, empty }: Shape): void {
    this._result.fields = fields;
    this._result._parsers = parsers;
    this._result._prebuiltEmptyResultObject = empty;
    this._accumulateRows = true;
  }
}

/** The values as they are sent, or `undefined` where one of them cannot be. */
export function sendable(values: readonly unknown[]): unknown[] | undefined {
  try {
    return values.map((value) => prepareValue(value));
  } catch {
    return undefined;
  }
}

/** What PostgreSQL says of statements after the one that failed. */
function passedOver(cause: Error): Error {
  const error = new pg.DatabaseError('current transaction is aborted, commands ignored until end of transaction block', 0, 'error');
  error.code = '25P02';
  error.cause = cause;
  return error;
}
