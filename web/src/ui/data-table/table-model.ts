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
  /** `name` or `-name`; several in one text, the most important first, where the list takes more than one. */
  readonly sort?: string;
  /** Opaque: `next` of the page before. */
  readonly after?: string;
  readonly filters: Readonly<Record<string, string>>;
}

export interface Sort {
  readonly key: string;
  readonly falling: boolean;
}

/** More columns than these nobody keeps in mind. */
const MOST_SORTS = 3;

export const readSorts = (sort: string | undefined): Sort[] =>
  (sort ?? '').split(',').filter(Boolean).map((one) => ({ key: one.replace('-', ''), falling: one.startsWith('-') }));

/**
 * What the list is sorted by after the head of a column was chosen: rising, then falling, then not. By itself the column takes the place of what
 * was there; added to it, it keeps its place or becomes the last.
 */
export function sortedBy(sort: string | undefined, key: string, added: boolean): string | undefined {
  const sorts = readSorts(sort);
  const now = sorts.find((one) => one.key === key);
  const next = now === undefined ? [{ key, falling: false }] : now.falling ? [] : [{ key, falling: true }];
  const all = !added ? next : now ? sorts.flatMap((one) => (one === now ? next : [one])) : [...sorts.slice(0, MOST_SORTS - 1), ...next];
  return all.map(({ key: name, falling }) => (falling ? `-${name}` : name)).join(',') || undefined;
}

/** The columns that are shown, in their order. One that stays in sight does so only as long as no other stands before it that does not. */
export function columnsInOrder<Row>(columns: readonly Column<Row>[], shown: readonly string[]): Column<Row>[] {
  const ordered = shown.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const free = ordered.findIndex(({ pinned }) => pinned !== 'left');
  return ordered.map(({ pinned, ...column }, at) => (pinned && (pinned !== 'left' || free === -1 || at < free) ? { ...column, pinned } : column));
}

/** The keys with one of them a place further on. */
export function moved(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= keys.length) return [...keys];
  const rest = keys.filter((one) => one !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
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
