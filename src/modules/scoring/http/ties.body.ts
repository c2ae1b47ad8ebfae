import { Identifier, IdentifierList, Text, YesNo } from '#libs/http';

export class CommitLotBody {
  @IdentifierList({ min: 2, max: 200, description: '同分的申报 the equals' }) applicationIds: string[];
  @Text({ min: 4, max: 200, description: '公开数字将来自哪里 where the public number will come from' }) source: string;
}

export class RevealLotBody {
  @Text({ min: 1, max: 200, description: '公开的数字，锁定时还不知道 the public number, unknown when the lot was committed to' }) publicValue: string;
}

export class CommitteeOrderBody {
  @IdentifierList({ min: 2, max: 200, description: '同分的申报，按委员会的次序 the equals, in the order of the committee' }) applicationIds: string[];
  @Text({ min: 10, max: 2000, description: '委员会的理由 why the committee ordered them so' }) reason: string;
  @Identifier({ description: '会议纪要 the minutes' }) minutesId: string;
}

export class DecideOrderBody {
  @YesNo() granted: boolean;
  @Text({ max: 500, optional: true }) note?: string;
}
