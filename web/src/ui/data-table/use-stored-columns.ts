import { useState, useSyncExternalStore } from 'react';
import type { Column } from './table-model.js';

const listeners = new Set<() => void>();
const placeOf = (name: string): string => `qiongxiang.columns.${name}`;
/** Where the browser keeps nothing, a choice lasts until the page is left. */
const unkept = new Map<string, string>();

/** Which columns are shown, remembered in this browser by the table's name. */
export function useStoredColumns<Row>(name: string, columns: readonly Column<Row>[]): [readonly string[], (keys: string[]) => void] {
  const stored = useSyncExternalStore(listen, () => textOf(name));
  const [usual] = useState(() => columns.filter((column) => !column.hidden).map((column) => column.key));
  return [read(stored) ?? usual, (keys) => storeColumns(name, keys)];
}

/** The columns chosen for the table of this name; null while it shows the usual ones. */
export const storedColumns = (name: string): readonly string[] | null => read(textOf(name));

/** Shows these columns in every table of this name. */
export function storeColumns(name: string, keys: readonly string[]): void {
  const text = JSON.stringify(keys);
  unkept.set(name, text);
  try {
    localStorage.setItem(placeOf(name), text);
  } catch {
    // It stays in `unkept`.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function textOf(name: string): string | null {
  try {
    return localStorage.getItem(placeOf(name)) ?? unkept.get(name) ?? null;
  } catch {
    return unkept.get(name) ?? null;
  }
}

function read(text: string | null): string[] | null {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(stored) ? stored.filter((key): key is string => typeof key === 'string') : null;
  } catch {
    return null;
  }
}
