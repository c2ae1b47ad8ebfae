import { Column, type ColumnOptions } from 'typeorm';

const safeInteger = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : toSafeInteger(value)),
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`);
  return value;
}

/** A column of integer fen: `bigint` in PostgreSQL, a safe integer here. */
export const FenColumn = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: safeInteger, ...options });

/** A column for an instant: `timestamptz` in PostgreSQL, a Date here. */
export const InstantColumn = (options: ColumnOptions = {}) => Column({ type: 'timestamptz', ...options });

/** A column for a calendar day in Asia/Shanghai: `date` in PostgreSQL, the text `YYYY-MM-DD` here. */
export const DayColumn = (options: ColumnOptions = {}) => Column({ type: 'date', ...options });
