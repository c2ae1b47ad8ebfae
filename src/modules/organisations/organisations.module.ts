import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { BankAccount } from './domain/bank-account.js';
import { Issue } from './domain/issue.js';
import { Lookup } from './domain/lookup.js';
import { Debarment, Organisation } from './domain/organisation.js';
import { DecideBankAccount, OpenBankAccount, ProposeBankAccount, RecordAccountDecision } from './handlers/bank-accounts.js';
import { EditOrganisation } from './handlers/edit-organisation.js';
import { FoundOrganisation } from './handlers/found-organisation.js';
import { LookUpCreditCode } from './handlers/look-up-credit-code.js';
import { KeepRecord, RecordLeaf } from './handlers/keep-record.js';
import { MergeOrganisations } from './handlers/merge-organisations.js';
import { ReadRecord } from './handlers/read-record.js';
import { TellOfLookAlikes } from './handlers/tell-of-look-alikes.js';
import { MakeMissingLooks } from './handlers/make-missing-looks.js';
import { PeopleAlike } from './handlers/people-alike.js';
import { SimilarNames } from './handlers/similar-names.js';
import { Members, ReadFormerMembers, ReadMembers } from './handlers/members.js';
import { ListOrganisations } from './handlers/list-organisations.js';
import { ReadBankAccounts, RevealAccountNumber } from './handlers/read-bank-accounts.js';
import { ReadOrganisations } from './handlers/read-organisations.js';
import { ReadStanding } from './handlers/read-standing.js';
import { TellAboutAccount } from './handlers/tell-about-account.js';
import { StopOrganisation } from './handlers/stop-organisation.js';
import { BankAccountsController } from './http/bank-accounts.controller.js';
import { DivisionsController } from './http/divisions.controller.js';
import { OrganisationMemberController } from './http/member.controller.js';
import { OrganisationPeopleController } from './http/organisation-people.controller.js';
import { OrganisationRecordController } from './http/record.controller.js';
import { OrganisationStaffController } from './http/staff.controller.js';
import { OrganisationsFacade } from './organisations.facade.js';
import { BankAccountStore } from './store/bank-account.store.js';
import { OrganisationCatalogue } from './store/organisation-catalogue.js';
import { OrganisationStore } from './store/organisation.store.js';
import { RecordStore } from './store/record.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Debarment, BankAccount, Lookup, Issue]), IdentityModule, DocumentsModule],
  controllers: [OrganisationPeopleController, OrganisationMemberController, OrganisationStaffController, OrganisationRecordController, BankAccountsController, DivisionsController],
  providers: [OrganisationStore, RecordStore, RecordLeaf, KeepRecord, MergeOrganisations, ReadRecord, PeopleAlike, SimilarNames, MakeMissingLooks, TellOfLookAlikes, OrganisationCatalogue, BankAccountStore, OpenBankAccount, RecordAccountDecision, TellAboutAccount, ListOrganisations, ReadStanding, ReadBankAccounts, RevealAccountNumber, FoundOrganisation, EditOrganisation, ReadOrganisations, ProposeBankAccount, DecideBankAccount, StopOrganisation, LookUpCreditCode, Members, ReadMembers, ReadFormerMembers, OrganisationsFacade],
  exports: [OrganisationsFacade],
})
export class OrganisationsModule {}
