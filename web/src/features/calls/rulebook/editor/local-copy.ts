import type { Rulebook } from '../../../../api/index.js';

/** Changes that have not reached the server, kept in this browser so that no closed window loses them. */
export interface LocalCopy {
  readonly version: number;
  readonly at: string;
  readonly book: Rulebook;
}

const place = (callId: string): string => `qiongxiang.rules.${callId}`;

export function keepLocally(callId: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(place(callId), JSON.stringify(copy));
  } catch {
    // Full or forbidden: the page itself still holds the changes.
  }
}

export function forgetLocally(callId: string): void {
  try {
    localStorage.removeItem(place(callId));
  } catch {
    // Then there was nothing to forget.
  }
}

export function readLocally(callId: string): LocalCopy | null {
  try {
    return JSON.parse(localStorage.getItem(place(callId)) ?? 'null') as LocalCopy | null;
  } catch {
    return null;
  }
}
