import { randomBytes } from 'node:crypto';
import type { Criterion } from '#modules/calls';
import { alreadySubmitted, sheetChanged, sheetFaulty } from '../scoring.errors.js';
import { checkSheet, type Entries } from './check-sheet.js';
import { commitmentOf, type Committed } from './sheet-commitment.js';

export type Moment = 'draft' | 'submit';

/** What is said on a sheet, whoever fills it in. */
export interface Said {
  readonly entries: Entries;
  readonly comment: string;
  /** How sure she is: 1 little, 2 fairly, 3 very; it never counts. Left out, what was said before stays. */
  readonly confidence?: number | null;
}

export interface SheetDraft extends Said {
  /** The version that was read; zero for a sheet that is not there yet. */
  readonly version: number;
}

/** What every sheet is, a judge's as one behind a link: it says something, counts its versions, and commits once it is handed in. */
export interface SaidSheet extends Committed {
  readonly status: string;
  readonly version: number;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly commitment: string | null;
}

/** @throws DomainError `sheet_submitted`, `sheet_changed` */
export function refuseOutdated(present: Pick<SaidSheet, 'status' | 'version'> | null, version: number): void {
  if (present?.status === 'submitted') throw alreadySubmitted();
  if ((present?.version ?? 0) !== version) throw sheetChanged();
}

/** @throws DomainError `sheet_faulty` naming every fault */
export function refuseFaulty(criteria: readonly Criterion[], entries: Entries, moment: Moment): void {
  const problems = checkSheet(criteria, entries, moment);
  if (problems.length > 0) throw sheetFaulty(problems);
}

/**
 * The one step in which any sheet takes what was said. Handed in, it commits to that under a fresh salt.
 * @returns the salt, which opens the commitment; null for a draft
 */
export function takeSaid(sheet: SaidSheet, { entries, comment, confidence }: Said, moment: Moment, at: Date): string | null {
  const said: Committed = { entries, comment, confidence: confidence ?? sheet.confidence };
  const salt = moment === 'submit' ? randomBytes(32).toString('hex') : null;
  const standing = salt ? { status: 'submitted', submittedAt: at, commitment: commitmentOf(salt, said) } : { status: 'draft', submittedAt: null, commitment: null };
  Object.assign(sheet, said, standing, { savedAt: at });
  return salt;
}
