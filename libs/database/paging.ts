import { invalid, say } from '#libs/errors';

/** One page of a list read by keyset: never an offset, so the last page costs what the first costs. */
export interface Page<T> {
  items: T[];
  /** Opaque; hand it back as `after` for the next page. Absent on the last page. */
  next?: string;
}

export interface PageRequest {
  /** Rows a page: 1 to 200. */
  limit: number;
  after?: string;
}

/** Packs the sort key of the last row of a page. */
export const packCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

/** Unpacks a cursor of `length` values. @throws DomainError `cursor_invalid` */
export function unpackCursor(text: string, length: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // falls through to the one refusal below
  }
  throw invalid('cursor_invalid', say('翻页标记无效，请从第一页开始', 'The page marker is not valid; start from the first page'));
}

/** Cuts a list that was read with one row more than asked for. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly unknown[]): Page<T> {
  if (rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  return { items, next: packCursor(key(items[limit - 1]!)) };
}
