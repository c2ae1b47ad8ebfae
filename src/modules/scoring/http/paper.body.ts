import { Identifier, JsonObject, ListOf, OneOf, Text, YesNo } from '#libs/http';
import type { Entries } from '../domain/check-sheet.js';
import { OCCUPATIONS, type Occupation } from '../domain/experts/expert-profile.js';
import { PAPER_FORMS, type PaperFormKind } from '../handlers/paper-forms.js';
import { CONFLICT_VERDICTS, type ConflictVerdict } from '../domain/score-sheet.js';

/** Somebody without an account who is asked to judge. */
export class GuestBody {
  @Text({ min: 2, max: 60 }) name: string;
  @Text({ min: 2, max: 120, description: '工作单位，用于查利益冲突 her employer, looked at for conflicts' }) employer: string;
  @OneOf(OCCUPATIONS) occupation: Occupation;
  @Text({ max: 30, optional: true, description: '手机号，用于查利益冲突 her telephone, looked at for conflicts' }) phone?: string;
}

export class PaperVerdictBody {
  @Identifier() applicationId: string;
  @OneOf(CONFLICT_VERDICTS) verdict: ConflictVerdict;
  @Text({ max: 500, optional: true }) note?: string;
}

export class PaperDeclarationsBody {
  @Identifier({ description: '签字声明的扫描件 the scan of the signed declaration' }) scanId: string;
  @ListOf(() => PaperVerdictBody, { min: 1, max: 5000 }) declared: PaperVerdictBody[];
}

export class PaperEntryBody {
  @JsonObject({ description: '按指标的 {points, reason}；选票为按申报的名次 by criterion {points, reason}; on a ballot the places by application' }) entries: Entries;
  @Text({ min: 0, max: 2000 }) comment: string;
  @YesNo({ optional: true, description: '纸上勾了“放弃评分”，评语为其原因 she ticked that she leaves it to the others; the comment is her reason' }) abstained?: boolean;
  @Identifier({ optional: true, description: '签字评分表的扫描件；核对时沿用已有的 the scan of the signed sheet; whoever checks reads the one that is there' }) scanId?: string;
}

export class PaperFormQuery {
  @OneOf(PAPER_FORMS, { optional: true, description: '表格或文档，空缺为表格 a workbook or a document; a workbook without it' }) kind?: PaperFormKind;
}

export class ScanQuery {
  @Identifier({ description: '签字评分表的扫描件 the scan of the signed sheets' }) scanId: string;
}
