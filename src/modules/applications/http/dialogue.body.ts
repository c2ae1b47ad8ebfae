import { IdentifierList, InstantText, OneOf, Text } from '#libs/http';

export class AskSupplementBody {
  @Text({ min: 4, max: 1000, description: '须补充什么 what is needed' }) request: string;
  @InstantText() dueAt: string;
}

export class SupplementAnswerBody {
  @Text({ min: 1, max: 4000 }) answer: string;
  @IdentifierList({ max: 10, description: '先上传的文件 files uploaded before' }) documentIds: string[];
}

export class AppealBody {
  @Text({ min: 10, max: 4000 }) grounds: string;
  @IdentifierList({ max: 10, description: '先上传的文件 files uploaded before' }) documentIds: string[];
}

export class AppealDecisionBody {
  @OneOf(['uphold', 'dismiss']) decision: 'uphold' | 'dismiss';
  @Text({ min: 4, max: 2000 }) reason: string;
}
