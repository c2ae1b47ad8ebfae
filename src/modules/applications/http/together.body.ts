import { EmailAddress, Identifier, OneOf, Text, Whole } from '#libs/http';
import { GIVEN_PARTS, type GivenPart } from '../applications.permissions.js';

export class InviteWriterBody {
  @EmailAddress() email: string;
  @OneOf(GIVEN_PARTS) part: GivenPart;
}

export class PartBody {
  @OneOf(GIVEN_PARTS) part: GivenPart;
}

export class HandOverBody {
  @Identifier() accountId: string;
}

export class DraftCommentBody {
  @Text({ max: 60 }) section: string;
  @Text({ max: 60, optional: true }) question?: string;
  @Text({ max: 2000 }) text: string;
}

export class BeatBody {
  @Text({ max: 60, optional: true }) section?: string;
  @Text({ max: 60, optional: true }) question?: string;
  @Whole({ min: 0, max: 60, description: '上次报告以来实际操作的秒数 seconds in use since the last report' }) activeSeconds: number;
}

export class SurveyBody {
  @Whole({ min: 1, max: 5, description: '1 很难 … 5 很容易 very hard to very easy' }) ease: number;
  @Whole({ min: 0, max: 1000, optional: true, description: '全部用时（小时）' }) hours?: number;
  @Text({ max: 60, optional: true, description: '最费力的部分 section that cost the most' }) hardest?: string;
  @Text({ max: 2000, optional: true }) remark?: string;
}
