import { Transform } from 'class-transformer';
import type { Day } from '#libs/calendar';
import type { Language, Sentence } from '#libs/errors';
import { Identifier, InstantText, JsonObject, ListQuery, Nested, OneOf, DayText, Text, TextList, Whole, ListOf } from '#libs/http';
import { CALL_STATUSES, type CallStatus } from '../domain/call-status.js';
import { APPLICANT_TYPES, type ApplicantType } from '../domain/rulebook/eligibility-rules.js';
import { publishedProgrammes } from '../programmes/published-programmes.js';
import { OFFICER_MOVES, type OfficerMove } from '../handlers/call.view.js';
import { CALL_PHASES, type CallPhase } from '../store/call-catalogue.js';

export class TitleBody implements Sentence {
  @Text({ max: 200 }) zh: string;
  @Text({ max: 300 }) en: string;
}

export class CreateProgrammeBody {
  @Identifier({ optional: true, description: '主办单位 the organiser' }) nodeId?: string;
  @Text({ max: 300, optional: true, description: '或主办单位的路径 or the path of the organiser' }) nodePath?: string;
  @Text({ max: 12, pattern: /^[A-Z0-9]{2,12}$/, description: '编号前缀，大写字母与数字 prefix of the numbers, capitals and digits' }) code: string;
  @Nested(() => TitleBody) title: TitleBody;
}

export class CreateCallBody {
  @Identifier() programmeId: string;
  @OneOf(publishedProgrammes, { optional: true, description: '已公布项目的规则书 the encoded rules of a published programme' }) template?: string;
  @Identifier({ optional: true, description: '复制此批次的规则书 copy the rules of this call' }) copyOf?: string;
  @JsonObject({ optional: true, description: '导入的规则书 an imported rulebook' }) rulebook?: object;
  @DayText({ optional: true, description: '平移各项日期，使申报自该日开始 move all dates so that it opens on this day' }) opensOn?: Day;
  @Nested(() => TitleBody, { optional: true }) title?: TitleBody;
}

export class SaveRulebookBody {
  @JsonObject() rulebook: object;
  @Whole({ min: 1, max: 1_000_000, description: '读取时的批次版本 version of the call that was read' }) version: number;
  @Text({ max: 500, optional: true, description: '发布后修改须填写，将公布 needed after publication, and published' }) reason?: string;
}

export class ExamineRulebookBody {
  @JsonObject() rulebook: object;
}

export class CompareRulebooksBody {
  @JsonObject() before: object;
  @JsonObject() after: object;
}

export class MoveCallBody {
  @OneOf(OFFICER_MOVES) move: OfficerMove;
  @Text({ max: 500, optional: true }) reason?: string;
}

export class SupplementBody {
  @Whole({ min: 1, max: 1000 }) slots: number;
  @InstantText() opensAt: string;
  @InstantText() closesAt: string;
  @TextList({ max: 50, each: 60, optional: true }) categoryKeys?: string[];
}

export class CallsQuery extends ListQuery {
  @OneOf(CALL_STATUSES, { optional: true }) status?: CallStatus;
  @Identifier({ optional: true }) programmeId?: string;
  @Text({ max: 60, optional: true, description: '编号或名称 number or title' }) words?: string;
}

export class PublicCallsQuery extends ListQuery {
  @OneOf(CALL_STATUSES, { optional: true }) status?: CallStatus;
  @OneOf(CALL_PHASES, { optional: true, description: '可申报、即将开始、已截止 for somebody who might apply' }) phase?: CallPhase;
  @OneOf(APPLICANT_TYPES, { optional: true, description: '我是哪一类单位 the kind of the applicant' }) applicantType?: ApplicantType;
  @Text({ max: 60, optional: true, description: '编号、名称、主办单位或类别 number, title, organiser or category' }) words?: string;
}

export class QuestionsFileQuery {
  @Text({ max: 40, optional: true, description: '定向征集的邀请码 the access code of a call by invitation' }) code?: string;
  @OneOf(['zh', 'en'], { optional: true }) lang?: Language;
}

export class PublicCallQuery {
  @Text({ max: 40, optional: true, description: '定向征集的邀请码 the access code of a call by invitation' }) code?: string;
}

const toNumber = ({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value);

export class ChangesQuery {
  @Transform(toNumber)
  @Whole({ min: 1, max: 100_000 })
  from: number;

  @Transform(toNumber)
  @Whole({ min: 1, max: 100_000 })
  to: number;
}

class NoticeDocumentBody {
  @Text({ max: 60 }) number: string;
  @DayText() issuedOn: Day;
  @Text({ max: 200 }) title: string;
}

class DaysOffBody {
  @Nested(() => TitleBody) name: TitleBody;
  @DayText() first: Day;
  @DayText() last: Day;
}

/** The State Council's yearly arrangement of days off (部分节假日安排的通知). */
export class HolidayNoticeBody {
  @Whole({ min: 2000, max: 2100 }) year: number;
  @ListOf(() => NoticeDocumentBody, { min: 1, max: 10 }) documents: NoticeDocumentBody[];
  @ListOf(() => DaysOffBody, { min: 1, max: 20 }) daysOff: DaysOffBody[];
  @TextList({ max: 20, each: 10, description: '调休上班的周六、周日 weekend days that are worked' }) makeUpDays: Day[];
}
