import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#modules/identity';
import { BankAccount } from './domain/bank-account.js';
import { Debarment, Organisation } from './domain/organisation.js';
import { DecideBankAccount, ProposeBankAccount } from './handlers/bank-accounts.js';
import { EditOrganisation } from './handlers/edit-organisation.js';
import { FoundOrganisation } from './handlers/found-organisation.js';
import { LookUpCreditCode } from './handlers/look-up-credit-code.js';
import { Members, ReadMembers } from './handlers/members.js';
import { ReadOrganisations } from './handlers/read-organisations.js';
import { StopOrganisation } from './handlers/stop-organisation.js';
import { OrganisationMemberController } from './http/member.controller.js';
import { OrganisationPeopleController } from './http/organisation-people.controller.js';
import { OrganisationStaffController } from './http/staff.controller.js';
import { OrganisationsFacade } from './organisations.facade.js';
import { OrganisationStore } from './store/organisation.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Debarment, BankAccount]), IdentityModule],
  controllers: [OrganisationPeopleController, OrganisationMemberController, OrganisationStaffController],
  providers: [OrganisationStore, FoundOrganisation, EditOrganisation, ReadOrganisations, ProposeBankAccount, DecideBankAccount, StopOrganisation, LookUpCreditCode, Members, ReadMembers, OrganisationsFacade],
  exports: [OrganisationsFacade],
})
export class OrganisationsModule {}
