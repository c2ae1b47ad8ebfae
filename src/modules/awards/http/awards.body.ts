import { FenAmount, Identifier, IdentifierList, OneOf, Text, YesNo } from '#libs/http';
import type { ObjectionMove } from '../domain/objection.js';

export class CommitteeAmountBody {
  @Identifier() applicationId: string;
  @FenAmount({ min: 1 }) amountFen: number;
  @Text({ min: 4, max: 500 }) reason: string;
}

export class TieBody {
  @IdentifierList({ min: 2, max: 100, description: '先后次序 in the order given' }) applicationIds: string[];
  @Text({ min: 4, max: 500 }) reason: string;
}

export class DecideBody {
  @Text({ max: 64, optional: true, description: '所见试算的标记；试算已变则不予确定 the mark of the dry run that was seen: where that has changed nothing is decided' }) seen?: string;
}

export class CorrectionBody {
  @Text({ min: 4, max: 500, description: '向公众说明 told to the public' }) reason: string;
}

export class ObjectionBody {
  @Text({ min: 10, max: 5000 }) text: string;
  @Identifier({ optional: true, description: '针对的申报 the application it is about' }) applicationId?: string;
  @YesNo() anonymous: boolean;
  @Text({ max: 60, optional: true }) name?: string;
  @Text({ max: 120, optional: true }) contact?: string;
  @Text({ max: 120, optional: true }) organisation?: string;
  @YesNo({ optional: true }) sealed?: boolean;
}

export class JudgeObjectionBody {
  @OneOf(['admit', 'turn_away', 'uphold', 'reject', 'escalate']) move: ObjectionMove;
  @Text({ min: 4, max: 2000 }) reply: string;
}

export class AnswerBody {
  @OneOf(['accept', 'decline']) answer: 'accept' | 'decline';
  @Text({ max: 500, optional: true }) note?: string;
}
