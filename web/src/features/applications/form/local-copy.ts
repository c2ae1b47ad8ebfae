import type { Answers } from './conditions.js';

/** What is kept on this device until the server has it. */
export interface LocalCopy {
  readonly accountId: string;
  /** The version on which the person went on, and the answers it had. */
  readonly version: number;
  readonly base: Answers;
  readonly answers: Answers;
  /** Epoch milliseconds of this device. */
  readonly at: number;
}

const keyOf = (applicationId: string): string => `qiongxiang.draft.${applicationId}`;

/** Answers whether it is kept: a full or forbidden store must be told, not passed over. */
export function keepCopy(applicationId: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(applicationId), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Only the copy of the same person: another who uses this device does not see it. */
export function findCopy(applicationId: string, accountId: string): LocalCopy | null {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(applicationId)) ?? 'null') as LocalCopy | null;
    return found?.accountId === accountId ? found : null;
  } catch {
    return null;
  }
}

export function dropCopy(applicationId: string): void {
  try {
    localStorage.removeItem(keyOf(applicationId));
  } catch {
    // It is merged again, and found to hold nothing new.
  }
}
