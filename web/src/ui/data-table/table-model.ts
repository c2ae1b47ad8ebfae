import type { ReactNode } from 'react';
import type { UrlState } from '../url-state.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly width?: number;
  /** The header sorts by `key`. */
  readonly sortable?: boolean;
  /** Stays in sight while the table scrolls sideways. */
  readonly pinned?: 'left' | 'right';
  /** The heading of a row where columns are stacked (phones); the first column without it. */
  readonly lead?: boolean;
  /** Left out until somebody chooses it. */
  readonly hidden?: boolean;
  /** A filter in the header: `?<key>=`. */
  readonly choices?: readonly Choice[];
}

/** One page by cursor. */
export interface TablePage<Row> {
  readonly items: readonly Row[];
  readonly next?: string | null;
  readonly previous?: string | null;
  /** Of all rows under the present filters. */
  readonly total?: number;
  /** By status, under the present filters except the status itself. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** What the address asks for; the names are those of the query string, to be passed on to the server as they stand. */
export interface TableQuery {
  readonly q?: string;
  readonly status?: string;
  /** `name` or `-name`. */
  readonly sort?: string;
  /** Opaque: `next` of the page before. */
  readonly after?: string;
  readonly filters: Readonly<Record<string, string>>;
}

export function readQuery<Row>(url: UrlState, columns: readonly Column<Row>[]): TableQuery {
  const filters: Record<string, string> = {};
  for (const column of columns) {
    const value = url[column.key];
    if (column.choices && value) filters[column.key] = value;
  }
  const { q, status, sort, after } = url;
  return { filters, ...(q ? { q } : {}), ...(status ? { status } : {}), ...(sort ? { sort } : {}), ...(after ? { after } : {}) };
}

export function isNarrowed(query: TableQuery): boolean {
  return Boolean(query.q || query.status) || Object.keys(query.filters).length > 0;
}
