import { Identifier, IdentifierList, InstantText, JsonObject, ListOf, ListQuery, OneOf, Text, TextList, Whole, YesNo } from '#libs/http';
import { CHECK_VERDICTS, type CheckVerdict } from '../domain/application.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../domain/application-status.js';
import { APPLICATION_SORT } from '../store/application-order.js';
import type { Answers } from '../domain/form/answers.js';
import { OWN_MOVES, type OwnMove } from '../handlers/move-own-application.js';
import { SCREENING_MOVES, type ScreeningMove } from '../handlers/screen-application.js';

export class StartApplicationBody {
  @Identifier() callId: string;
  @Identifier() organisationId: string;
  @IdentifierList({ max: 10, optional: true, description: '联合申报的其他单位 partners' }) coOrganisationIds?: string[];
  @Identifier({ optional: true, description: '从本单位以往的申报复制答案 copy what fits from an earlier application of the organisation' }) fromApplicationId?: string;
}

export class SaveDraftBody {
  @JsonObject({ description: '按部分与问题的标识填写的答案 answers by section key and question key' }) answers: Answers;
  @Whole({ min: 1, max: 1_000_000, description: '所读版本 the version that was read' }) version: number;
}

export class ChangeDraftBody {
  @JsonObject({ description: '改动的答案，按部分与问题的标识；null 为清空，未列出的不变 answers that have changed by section key and question key; null takes one away, what is not named stays' }) changes: Answers;
  @Whole({ min: 1, max: 1_000_000, description: '所读版本 the version that was read' }) version: number;
}

export class PartnersBody {
  @IdentifierList({ max: 10, description: '联合申报的其他单位；空为单独申报 partners; none to apply alone' }) partnerIds: string[];
  @Whole({ min: 1, max: 1_000_000, description: '所读版本 the version that was read' }) version: number;
}

export class PartnerAnswerBody {
  @Identifier({ description: '以哪个单位的名义 for which of the partners' }) organisationId: string;
  @YesNo({ description: '同意参加 it takes part' }) agreed: boolean;
  @Text({ max: 500, optional: true, description: '说明；不参加时必填 a remark; needed where it declines' }) note?: string;
}

export class LeaveBody {
  @Identifier({ description: '以哪个单位的名义 for which of the partners' }) organisationId: string;
  @Text({ min: 2, max: 500, description: '退出的原因；牵头单位和审查员看到 why; the leading organisation and the screeners read it' }) reason: string;
}

export class SubmitBody {
  @YesNo({ description: '已阅读并确认申报承诺 the declaration was read and is confirmed' }) declared: boolean;
  @Text({ max: 64, optional: true, description: '所看预览的版本（hash） the hash of the preview that was seen; nothing is submitted without it' }) previewed?: string;
}

export class OwnMoveBody {
  @OneOf(OWN_MOVES) move: OwnMove;
}

export class RuleCheckBody {
  @Text({ max: 10 }) ruleId: string;
  @OneOf(CHECK_VERDICTS) verdict: CheckVerdict;
  @Text({ max: 1000, optional: true, description: '依据；不符合时必填 the ground; needed for a failed rule' }) note?: string;
}

export class RulingBody {
  @Text({ max: 10 }) ruleId: string;
  @OneOf(CHECK_VERDICTS) verdict: CheckVerdict;
  @Text({ min: 4, max: 1000, description: '决定的理由 why' }) note: string;
}

export class ChecksBody {
  @ListOf(() => RuleCheckBody, { min: 1, max: 60 }) checks: RuleCheckBody[];
}

export class ScreeningBody {
  @OneOf(SCREENING_MOVES) move: ScreeningMove;
  @Text({ max: 2000, optional: true, description: '申请人可见 shown to the applicant' }) reason?: string;
  @TextList({ max: 50, each: 60, optional: true, description: '退回时开放修改的部分 sections that open for a correction' }) sections?: string[];
  @InstantText({ optional: true, description: '补正截止 the correction is due' }) dueAt?: string;
  @YesNo({ optional: true, description: '退回时开放调整申报单位 who applies together opens for a correction' }) parties?: boolean;
}

class ApplicationFilters extends ListQuery {
  @Identifier({ optional: true }) callId?: string;
  @Identifier({ optional: true }) programmeId?: string;
  @OneOf(APPLICATION_STATUSES, { optional: true }) status?: ApplicationStatus;
  @Text({ max: 60, optional: true }) categoryKey?: string;
  @Text({ max: 200, optional: true, description: '编号、项目、组织中的词，或“状态:已提交 申请>=30000 -组织:基金会 提交>=2026-09-01” words of number, project and organisation, or fields by name' }) words?: string;
}

export class FilterQuery extends ApplicationFilters {}

export class ApplicationsQuery extends ApplicationFilters {
  @Text({ max: 60, pattern: APPLICATION_SORT, optional: true, description: '排序，最多三列、逗号分隔，“-”为降序 up to three columns, - for falling' }) sort?: string;
}

export class CountsQuery {
  @Identifier({ optional: true }) callId?: string;
}

export class ExportQuery extends ApplicationsQuery {
  @OneOf(['csv', 'xlsx']) format: 'csv' | 'xlsx';
}
