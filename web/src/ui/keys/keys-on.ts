import { useSyncExternalStore } from 'react';

/** Kept in this browser: whoever speaks to her machine, or touches keys by mistake, switches single keys off for herself. */
const NAME = 'qiongxiang.keys';
const OFF = 'off';

const listeners = new Set<() => void>();
let here: boolean | null = null;

function kept(): boolean {
  try {
    return localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
}

/** Whether single keys do anything; they do until they are switched off (WCAG 2.1.4, character key shortcuts). */
export const keysAreOn = (): boolean => here ?? kept();

export function switchKeys(on: boolean): void {
  here = on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, OFF);
    here = null;
  } catch {
    // Without storage it holds as long as the page does.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  // Another window of hers has switched.
  addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    removeEventListener('storage', tell);
  };
}

export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, keysAreOn, () => true);
