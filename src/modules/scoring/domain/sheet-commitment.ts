import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/canonical-json';
import type { Entries } from './check-sheet.js';

export interface Committed {
  readonly entries: Entries;
  readonly comment: string;
  readonly confidence: number | null;
}

/** SHA-256 over a secret salt and the sheet: it fixes what was handed in and tells nothing of it. */
export function commitmentOf(salt: string, { entries, comment, confidence }: Committed): string {
  return createHash('sha256').update(`${salt}|${canonicalJson({ entries, comment, ...(confidence === null ? {} : { confidence }) })}`).digest('hex');
}

/** A sheet that was handed in, beside what was kept and put on record at that moment. */
export interface RecordedSheet extends Committed {
  readonly sheetId: string;
  readonly commitment: string | null;
  /** Null when no history belongs to what the sheet says. */
  readonly salt: string | null;
  /** What the audit trail holds; null when it holds nothing. */
  readonly recorded: string | null;
}

export type SheetFault = 'content' | 'commitment' | 'unrecorded';

/** Why a sheet is not what its judge handed in; null when it is. */
export function faultOf({ commitment, salt, recorded, ...sheet }: RecordedSheet): SheetFault | null {
  if (recorded === null) return 'unrecorded';
  if (commitment !== recorded) return 'commitment';
  return salt !== null && commitmentOf(salt, sheet) === recorded ? null : 'content';
}
