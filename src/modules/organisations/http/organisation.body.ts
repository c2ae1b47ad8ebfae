import { EmailAddress, DayText, Identifier, IdentifierList, ListOf, OneOf, Text, Whole, YesNo } from '#libs/http';
import { ISSUE_KINDS, type IssueKind } from '../domain/issue.js';
import { REGISTERS, type Register } from '../domain/lookup.js';
import { GRADES, INSPECTION_VERDICTS, ORGANISATION_KINDS, REGISTRATION_LEVELS, type AnnualInspection, type OrganisationProfile } from '../domain/organisation.js';

export class InspectionBody {
  @Whole({ min: 1990, max: 2100 }) year: number;
  @OneOf(INSPECTION_VERDICTS) verdict: AnnualInspection['verdict'];
}

export class OrganisationBody {
  @Text({ max: 120, description: '登记证书上的全称 the full name on the certificate' }) name: string;
  @OneOf(ORGANISATION_KINDS) kind: OrganisationProfile['kind'];
  @Text({ max: 40, optional: true }) creditCode?: string;
  @OneOf(REGISTRATION_LEVELS, { optional: true }) registrationLevel?: (typeof REGISTRATION_LEVELS)[number];
  @Text({ max: 120, optional: true }) registrationAuthority?: string;
  @DayText({ optional: true }) registeredOn?: string;
  @Text({ min: 2, max: 12, pattern: /^\d{2,12}$/, description: 'GB/T 2260' }) territoryCode: string;
  @Text({ max: 200 }) address: string;
  @Text({ max: 60 }) legalRepresentative: string;
  @Text({ max: 2000 }) businessScope: string;
  @Text({ max: 2000 }) profile: string;
  @OneOf(GRADES, { optional: true }) grade?: (typeof GRADES)[number];
  @DayText({ optional: true }) gradedOn?: string;
  @Whole({ min: 0, max: 100_000 }) fullTimeStaff: number;
  @Whole({ min: 0, max: 100_000 }) socialWorkers: number;
  @YesNo() partyOrganisation: boolean;
  @YesNo() federationBody: boolean;
  @ListOf(() => InspectionBody, { max: 30 }) inspections: InspectionBody[];

  toProfile(): OrganisationProfile {
    const { nodeId: _node, version: _version, ...fields } = this as OrganisationBody & { nodeId?: string; version?: number };
    return {
      ...fields,
      creditCode: this.creditCode ?? null,
      registrationLevel: this.registrationLevel ?? null,
      registrationAuthority: this.registrationAuthority ?? null,
      registeredOn: this.registeredOn ?? null,
      grade: this.grade ?? null,
      gradedOn: this.gradedOn ?? null,
    };
  }
}

export class FoundOrganisationBody extends OrganisationBody {
  @Identifier({ description: '所在地妇联 the federation of the place' }) nodeId: string;
}

export class EditOrganisationBody extends OrganisationBody {
  @Whole({ min: 1, max: 1_000_000_000, description: '所读版本 the version that was read' }) version: number;
}

export class BankAccountBody {
  @Text({ max: 120 }) bankName: string;
  @Text({ max: 120 }) accountName: string;
  @Text({ min: 8, max: 32, pattern: /^\d{8,32}$/ }) number: string;
  @IdentifierList({ max: 5, optional: true, description: '开户证明 what proves the account, uploaded before' }) evidenceIds?: string[];
}

export class MemberBody {
  @EmailAddress({ description: '对方注册时使用的邮箱 the address of her account' }) email: string;
}

export class DecideAccountBody {
  @OneOf(['verify', 'reject']) move: 'verify' | 'reject';
  @Text({ max: 500, optional: true }) note?: string;
}

export class ReasonBody {
  @Text({ min: 4, max: 500 }) reason: string;
}

export class DebarmentBody {
  @DayText() fromDay: string;
  @DayText() untilDay: string;
  @Text({ min: 4, max: 500 }) basis: string;
}

export class LookupEntryBody {
  @DayText() fromDay: string;
  @DayText({ optional: true, description: '已移出的日期 when it was taken off' }) untilDay?: string;
  @Text({ min: 2, max: 500 }) what: string;
}

export class LookupBody {
  @OneOf(REGISTERS) register: Register;
  @DayText() lookedUpOn: string;
  @ListOf(() => LookupEntryBody, { max: 20 }) entries: LookupEntryBody[];
  @Identifier({ description: '查询页面存档 the kept page, uploaded before' }) documentId: string;
}

export class IssueBody {
  @OneOf(ISSUE_KINDS) kind: IssueKind;
  @Text({ min: 4, max: 1000 }) reason: string;
}

export class MergeBody {
  @Identifier({ description: '保留的组织 the one that stays' }) intoId: string;
  @Text({ min: 4, max: 500 }) reason: string;
}
