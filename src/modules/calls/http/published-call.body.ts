import { EmailAddress, Identifier, IdentifierList, InstantText, OneOf, Text, YesNo } from '#libs/http';
import type { Language } from '#libs/errors';
import { APPLICANT_TYPES, type ApplicantType } from '../domain/rulebook/eligibility-rules.js';
import { CODE_CHOICES, type WantedAdmission } from '../handlers/arrange-admission.js';
import { EXTENSION_MOVES, type ExtensionMove } from '../domain/extension/extension-lifecycle.js';

export class ProposeExtensionBody {
  @InstantText({ description: '新的截止时间 the later deadline' }) closesAt: string;
  @Text({ min: 4, max: 500, description: '将公布 it is published' }) reason: string;
  @YesNo({ description: '其后各阶段一并顺延 the later stages move by as many days' }) movesLater: boolean;
}

export class DecideExtensionBody {
  @OneOf(EXTENSION_MOVES) move: ExtensionMove;
  @Text({ max: 500, optional: true, description: '不同意须说明原因 declining needs a reason' }) answer?: string;
}

export class AskQuestionBody {
  @Text({ min: 5, max: 1000 }) text: string;
  @EmailAddress({ optional: true, description: '未登录时填写，答复发到这里 for who is not signed in: where the answer goes' }) email?: string;
  @Text({ max: 40, optional: true, description: '定向征集的邀请码 the access code of a call by invitation' }) code?: string;
  @OneOf(['zh', 'en'], { optional: true, description: '回信语言 language of the letter' }) language?: Language;
}

export class AnswerQuestionBody {
  @Text({ min: 2, max: 1000, optional: true, description: '公布的问题，不含提问人信息；空为原文 the question as published' }) question?: string;
  @Text({ min: 2, max: 3000 }) answer: string;
}

export class ClarifyCallBody {
  @Text({ min: 2, max: 1000 }) question: string;
  @Text({ min: 2, max: 3000 }) answer: string;
}

export class ReplyAloneBody {
  @Text({ min: 2, max: 2000 }) reply: string;
}

export class CallAdmissionBody {
  @YesNo({ description: '所有人可见其存在 whether everybody sees that it exists' }) listed: boolean;
  @OneOf(CODE_CHOICES, { description: '不用、沿用或换一个邀请码 no code, the present one, or a new one' }) code: WantedAdmission['code'];
}

export class InviteOrganisationsBody {
  @IdentifierList({ min: 1, max: 200 }) organisationIds: string[];
}

export class RedeemCodeBody {
  @Text({ max: 40 }) code: string;
  @Identifier() organisationId: string;
}

export class CallAlertBody {
  @OneOf(APPLICANT_TYPES, { optional: true, description: '我是哪一类单位 the kind of the applicant' }) applicantType?: ApplicantType;
  @Text({ max: 60, optional: true, description: '编号、名称、主办单位或类别 number, title, organiser or category' }) words?: string;
}
