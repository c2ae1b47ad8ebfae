import { useState } from 'react';
import type { Column } from './table-model.js';

/** Which columns are shown, remembered in this browser by the table's name. */
export function useStoredColumns<Row>(name: string, columns: readonly Column<Row>[]): [readonly string[], (keys: string[]) => void] {
  const place = `qiongxiang.columns.${name}`;
  const [shown, setShown] = useState<readonly string[]>(() => read(place) ?? columns.filter((column) => !column.hidden).map((column) => column.key));
  const choose = (keys: string[]) => {
    setShown(keys);
    try {
      localStorage.setItem(place, JSON.stringify(keys));
    } catch {
      // The choice then lasts until the page is left.
    }
  };
  return [shown, choose];
}

function read(place: string): string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(stored) ? stored.filter((key): key is string => typeof key === 'string') : null;
  } catch {
    return null;
  }
}
