import { Identifier, IdentifierList, InstantText, JsonObject, OneOf, Text, TextList, Whole, YesNo } from '#libs/http';
import type { Entries } from '../domain/check-sheet.js';
import { CONFLICT_VERDICTS, type ConflictVerdict } from '../domain/score-sheet.js';

const HASH = /^[0-9a-f]{64}$/;

export class NameJudgeBody {
  @Identifier() accountId: string;
}

export class DrawJudgesBody {
  @Whole({ min: 1, max: 50 }) count: number;
  @Text({ min: 4, max: 200, description: '公开数字将来自哪里 where the public number will come from' }) source: string;
}

export class RevealDrawBody {
  @Text({ min: 1, max: 200, description: '公开的数字，提交种子时还不知道 the public number, unknown when the draw was committed to' }) publicValue: string;
}

export class UnseatBody {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class ConflictBody {
  @OneOf(CONFLICT_VERDICTS) verdict: ConflictVerdict;
  @Text({ max: 500, optional: true }) note?: string;
}

export class SettleConflictBody {
  @OneOf(['none', 'has']) verdict: 'none' | 'has';
  @Text({ min: 2, max: 500 }) note: string;
}

export class SheetBody {
  @JsonObject({ description: '按指标的 {points, reason}；points 为小数文字或 n/a  by criterion {points, reason}; points are a decimal string or n/a' }) entries: Entries;
  @Text({ min: 0, max: 2000, description: '评语 comment' }) comment: string;
  @Whole({ min: 1, max: 3, optional: true, description: '把握程度：1 较低 2 一般 3 较高，不计分 how sure: 1 little, 2 fairly, 3 very; it never counts' }) confidence?: number;
  @Whole({ min: 0, max: 1_000_000, description: '所读版本，新表为 0 the version that was read; 0 for a new sheet' }) version: number;
}

export class ReopenBody {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class DecideReopeningBody {
  @YesNo() granted: boolean;
  @Text({ max: 500, optional: true }) note?: string;
}

export class AbstainBody {
  @Text({ min: 2, max: 500, description: '为什么不能评 why it cannot be judged' }) reason: string;
  @Whole({ min: 0, max: 1_000_000 }) version: number;
}

/** The receipt of a score sheet as it was downloaded, with the proof of a tree of `size` records. */
export class HeldReceiptBody {
  @Text({ max: 60 }) number: string;
  @InstantText() submittedAt: string;
  @Text({ max: 64, pattern: HASH }) commitment: string;
  @Identifier() leafId: string;
  @Whole({ min: 0, max: Number.MAX_SAFE_INTEGER }) index: number;
  @Whole({ min: 1, max: Number.MAX_SAFE_INTEGER }) size: number;
  @Text({ max: 64, pattern: HASH }) leafHash: string;
  @Text({ max: 64, pattern: HASH }) root: string;
  @TextList({ max: 64, each: 64 }) path: string[];
}

export class OutsideScoreBody {
  @Identifier() applicationId: string;
  @Text({ max: 120 }) source: string;
  @Text({ max: 14, pattern: /^\d{1,9}(\.\d{1,4})?$/ }) value: string;
  @Text({ min: 2, max: 500, description: '依据 the evidence' }) note: string;
}

export class NudgeBody {
  @IdentifierList({ min: 1, max: 200, description: '席位编号 the seats to remind' }) seatIds: string[];
}
