import { Identifier, ListQuery, OneOf, Text } from '#libs/http';
import type { BankAccountStatus } from '../domain/bank-account.js';
import { ORGANISATION_KINDS, type OrganisationKind } from '../domain/organisation.js';
import { STANDINGS, type StandingKind } from '../store/organisation-catalogue.js';

export class OrganisationsQuery extends ListQuery {
  @Text({ max: 60, optional: true, description: '名称或信用代码 name or credit code' }) words?: string;
  @OneOf(ORGANISATION_KINDS, { optional: true }) kind?: OrganisationKind;
  @OneOf(STANDINGS, { optional: true }) standing?: StandingKind;
}

export class CreditCodeQuery {
  @Text({ max: 40 }) code: string;
}

export class BankAccountsQuery {
  @OneOf(['proposed', 'verified', 'rejected', 'replaced'], { optional: true }) status?: BankAccountStatus;
  @Identifier({ optional: true }) organisationId?: string;
}

export class MergeQuery {
  @Identifier({ description: '保留的组织 the one that stays' }) intoId: string;
}

export class SimilarNameQuery {
  @Text({ max: 120 }) name: string;
}
