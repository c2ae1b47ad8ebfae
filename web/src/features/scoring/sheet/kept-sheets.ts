import type { Entries } from './sheet-model.js';

/** A sheet that this device keeps until the server has it. */
export interface KeptSheet {
  readonly entries: Entries;
  readonly comment: string;
  readonly confidence?: number | null;
  /** The server's version it was made from. */
  readonly version: number;
  /** Present once it was to be handed in: repeated under this key until an answer comes. */
  readonly key: string | null;
}

const PREFIX = 'qiongxiang.sheet.';

export function keepLocally(name: string, kept: KeptSheet): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    // Without storage the page itself still holds it.
  }
}

export function readKept(name: string): KeptSheet | null {
  try {
    const written = localStorage.getItem(PREFIX + name);
    return written ? (JSON.parse(written) as KeptSheet) : null;
  } catch {
    return null;
  }
}

export function forgetKept(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept.
  }
}
