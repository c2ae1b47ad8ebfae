import { useSyncExternalStore } from 'react';

const STORED = 'qiongxiang.programme';
const listeners = new Set<() => void>();
let chosen: string | null = read();

/** The programme chosen in the top bar, by id; `null` means all of them. Lists narrow themselves to it. */
export function useChosenProgramme(): string | null {
  return useSyncExternalStore(subscribe, () => chosen);
}

export function chooseProgramme(id: string | null): void {
  chosen = id;
  try {
    if (id) localStorage.setItem(STORED, id);
    else localStorage.removeItem(STORED);
  } catch {
    // The choice then lasts until the page is left.
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
