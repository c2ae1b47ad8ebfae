import pg from 'pg';

/** What PostgreSQL has told of the columns that a prepared statement answers with, and how each is read. */
export interface Shape {
  readonly fields: unknown;
  readonly parsers: unknown;
  readonly empty: unknown;
}

interface Result {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}

interface Connection {
  bind(binding: object): void;
}

/** The parts of a query of `pg` that its types do not show. */
interface Inside {
  name: string;
  values: unknown[];
  _result: Result;
  _accumulateRows: boolean;
  hasBeenParsed(connection: Connection): boolean;
  prepare(connection: Connection): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  _getRows(connection: Connection, rows: undefined): void;
}

const Query = (pg as unknown as { Query: new (text: string, values: readonly unknown[]) => Inside }).Query;
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/**
 * A prepared statement that has its answer described once for each connection and not every time: PostgreSQL itself refuses a prepared
 * statement whose columns have changed, so what it told first still holds.
 */
export class DescribedQuery extends Query {
  /** @param shapes of the connection that the query is sent on, by name of the statement */
  constructor(statement: { name: string; text: string; values: readonly unknown[] }, private readonly shapes: Map<string, Shape>) {
    super(statement.text, statement.values);
    this.name = statement.name;
  }

  override prepare(connection: Connection): void {
    const known = this.hasBeenParsed(connection) ? this.shapes.get(this.name) : undefined;
    const values = known && prepared(this.values);
    // A value that cannot be sent is for the library to refuse.
    if (!known || !values) return super.prepare(connection);
    this._result.fields = known.fields;
    this._result._parsers = known.parsers;
    this._result._prebuiltEmptyResultObject = known.empty;
    this._accumulateRows = true;
    connection.bind({ portal: '', statement: this.name, values });
    this._getRows(connection, undefined);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    super.handleCommandComplete(message, connection);
    if (this.shapes.has(this.name)) return;
    const { fields, _parsers: parsers, _prebuiltEmptyResultObject: empty } = this._result;
    this.shapes.set(this.name, { fields, parsers, empty });
  }
}

function prepared(values: readonly unknown[]): unknown[] | undefined {
  try {
    return values.map((value) => prepareValue(value));
  } catch {
    return undefined;
  }
}
