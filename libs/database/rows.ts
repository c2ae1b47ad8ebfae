import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { inOnePiece } from './in-one-piece.js';
import type { Transaction } from './transaction.js';

const AS_IT_COMES: ReadonlySet<unknown> = new Set(['uuid', 'text', 'int', 'smallint', 'jsonb', 'boolean']);

/** Sent as it is, too: other than JSON, which becomes a text. */
const isPlain = ({ type, transformer }: ColumnMetadata): boolean => type !== 'jsonb' && AS_IT_COMES.has(type) && !transformer;

/**
 * Whole rows of one entity in statements written out. TypeORM makes the text of a query anew at every call; here it is made once,
 * from the same columns and with the same conversions.
 */
export class RowsOf<Entity extends ObjectLiteral> {
  private readonly lists = new Map<string, string>();
  private wanted?: ColumnMetadata[];
  private empty?: object;
  private reading?: readonly { readonly name: string; readonly converted: ColumnMetadata | null }[];

  constructor(
    private readonly entity: EntityTarget<Entity> & (new () => Entity),
    private readonly tx: Transaction,
    /** Properties that are not wanted. */
    private readonly without: readonly (keyof Entity)[] = [],
  ) {}

  /** All columns, for `select`, of the table under that alias. @param before what their names begin with, to tell them from another table's */
  list(alias: string, before = ''): string {
    const known = this.lists.get(`${alias} ${before}`);
    if (known) return known;
    const list = this.columns.map(({ databaseName, propertyName }) => `${alias}."${databaseName}" as "${before}${propertyName}"`).join(', ');
    this.lists.set(`${alias} ${before}`, list);
    return list;
  }

  /** The entity in a row that was read with `list`. */
  of(row: Record<string, unknown>, before = ''): Entity {
    const read = Object.setPrototypeOf({ ...this.blank }, this.entity.prototype as object) as Record<string, unknown>;
    for (const { name, converted } of this.readers) {
      const value = row[before === '' ? name : before + name];
      read[name] = converted ? this.tx.dataSource.driver.prepareHydratedValue(value, converted) : value;
    }
    return read as Entity;
  }

  /** Columns and values of what is other than it was, for `update … set`: `"node_path" = $3, …`. @param first number of the first value */
  changes(now: Entity, before: Partial<Entity>, first: number): { text: string; values: unknown[]; names: (keyof Entity)[] } {
    const columns = this.columns.filter(({ propertyName }) => now[propertyName] !== before[propertyName]);
    return {
      text: columns.map(({ databaseName }, at) => `"${databaseName}" = $${first + at}`).join(', '),
      values: columns.map((column) => (isPlain(column) ? now[column.propertyName] : this.tx.dataSource.driver.preparePersistentValue(now[column.propertyName], column))),
      names: columns.map(({ propertyName }) => propertyName),
    };
  }

  /** TypeORM looks through a list of types for each value; of most types it is the value itself. */
  private get readers(): readonly { readonly name: string; readonly converted: ColumnMetadata | null }[] {
    return (this.reading ??= this.columns.map((column) => ({ name: column.propertyName, converted: AS_IT_COMES.has(column.type) && !column.transformer ? null : column })));
  }

  /** All columns, empty: what has so many members and gets them one after the other is slow to read and to copy for as long as it lives. */
  private get blank(): object {
    return (this.empty ??= inOnePiece(Object.fromEntries(this.columns.map(({ propertyName }) => [propertyName, null]))));
  }

  private get columns(): ColumnMetadata[] {
    return (this.wanted ??= this.tx.dataSource.getMetadata(this.entity).columns.filter(({ propertyName }) => !this.without.includes(propertyName)));
  }
}
