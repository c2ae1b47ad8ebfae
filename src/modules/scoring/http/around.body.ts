import { Identifier, IdentifierList, OneOf, Text, TextList, Whole, YesNo } from '#libs/http';

export class SayingBody {
  @Text({ max: 2000 }) body: string;
  @Identifier({ optional: true, description: '所回复的发言 the message that is answered' }) parentId?: string;
  @IdentifierList({ max: 50, optional: true, description: '提到的席位 seats that are mentioned' }) mentions?: string[];
}

export class ReadingBody {
  @Identifier() applicationId: string;
  @Text({ min: 2, max: 120, description: '由哪个程序生成 which programme wrote it' }) source: string;
  @Text({ min: 2, max: 8000 }) body: string;
}

export class CalibrationBody {
  @Identifier({ description: '往期申报 an application of an earlier call' }) applicationId: string;
}

export class RecheckBody {
  @Identifier() applicationId: string;
  @OneOf(['same', 'error']) finding: 'same' | 'error';
  @Whole({ min: 1, max: 3, optional: true, description: '评分理由的质量 how good the reasons are' }) quality?: number;
  @Text({ min: 2, max: 500 }) note: string;
}

export class FeedbackBody {
  @TextList({ max: 40, each: 1000 }) comments: string[];
  @Text({ min: 0, max: 4000 }) advice: string;
  @Whole({ min: 0, max: 1_000_000 }) version: number;
  @YesNo({ description: '立即发送，发送后不能再改 send it now; it cannot change afterwards' }) release: boolean;
}
