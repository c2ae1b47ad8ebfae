import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { SheetReopening } from '../domain/sheet-reopening.js';

/** Somebody's wish to have a sheet opened again, with what was decided. */
export class ReopeningRequestView {
  @Shown() id: string;
  @Shown() sheetId: string;
  @Shown() reason: string;
  @Shown() askedBy: string;
  @Shown() askedAt: Date;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: Boolean }) granted: boolean | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown() judgeName: string;
  @Shown() projectName: string;
  @Shown({ description: '可由本人决定 the reader may decide it' }) decidable: boolean;
}

/** What one change did to one criterion. Points are a decimal, `n/a`, or null where nothing was given. */
export class CriterionChangeView {
  @Shown() criterion: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) from: string | null;
  @Shown({ nullable: true, type: String }) to: string | null;
  @Shown({ description: '理由也有改动 the reason changed too' }) reasonChanged: boolean;
}

/** One version of a sheet: who made it, when, why, and what it changed. */
export class SheetVersionView {
  @Shown() version: number;
  @Shown({ enum: ['draft', 'submitted', 'abstained', 'void'] }) status: string;
  @Shown() by: string;
  @Shown() at: Date;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ type: [CriterionChangeView] }) changes: CriterionChangeView[];
  @Shown() commentChanged: boolean;
}

/** What proves that a sheet was handed in when it was, and tells nothing of what it says. */
export class SheetReceiptView {
  @Shown() number: string;
  @Shown() submittedAt: Date;
  @Shown({ description: '承诺值 SHA-256 over a secret salt and the sheet' }) commitment: string;
  @Shown({ description: '日志记录编号 the record in the audit trail' }) leafId: string;
  @Shown({ description: '已封入日志树 sealed into the tree' }) sealed: boolean;
  @Shown({ nullable: true, type: Number }) index: number | null;
  @Shown({ nullable: true, type: Number }) size: number | null;
  @Shown({ nullable: true, type: String }) leafHash: string | null;
  @Shown({ nullable: true, type: String }) root: string | null;
  @Shown({ type: [String], description: '包含证明 RFC 6962, hexadecimal' }) path: string[];
}

export const decidedFacts = ({ id, sheetId, reason, askedAt, decidedAt, granted, note }: SheetReopening) => ({ id, sheetId, reason, askedAt, decidedAt, granted, note });
