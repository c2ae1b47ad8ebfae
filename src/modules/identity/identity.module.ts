import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './domain/account.js';
import { AccountRole } from './domain/account-role.js';
import { OrganiserNode } from './domain/organiser-node.js';
import { Session } from './domain/session.js';
import { AccountRecords } from './handlers/account-records.js';
import { AdministerAccount, AdministerRoles, InviteWithRoles, WithinMyReach } from './handlers/administer-account.js';
import { AdministerAccounts, RepeatInvitation } from './handlers/administer-accounts.js';
import { AskPasswordReset } from './handlers/ask-password-reset.js';
import { ChangePassword, ChooseLanguage } from './handlers/change-own-account.js';
import { ConfirmEnrolment } from './handlers/confirm-enrolment.js';
import { EndSession } from './handlers/end-session.js';
import { BeginEnrolment, ProveEnrolment, RenewRecoveryCodes } from './handlers/enrol-factor.js';
import { FoundPlatform } from './handlers/found-platform.js';
import { EndOtherSessions, EndSessionsOf } from './handlers/end-sessions.js';
import { FactorRecords } from './handlers/factor-records.js';
import { GrantRole, RevokeRole } from './handlers/grant-role.js';
import { InviteAccount, InviteAgain } from './handlers/invite-account.js';
import { Letters } from './handlers/letters.js';
import { MakeMissingAccountLooks } from './handlers/make-missing-looks.js';
import { MoveSandboxClock } from './handlers/move-sandbox-clock.js';
import { NoteUse } from './handlers/note-use.js';
import { OpenNode } from './handlers/open-node.js';
import { KeepOwnProfile } from './handlers/own-profile.js';
import { OwnAccount } from './handlers/own-account.js';
import { PresentFactor } from './handlers/present-factor.js';
import { ReadSession } from './handlers/read-session.js';
import { RecordGuest } from './handlers/record-guest.js';
import { RegisterAccount } from './handlers/register-account.js';
import { RequireFreshFactor } from './handlers/require-fresh-factor.js';
import { SignIn } from './handlers/sign-in.js';
import { StartSession } from './handlers/start-session.js';
import { Throttle } from './handlers/throttle.js';
import { ChoosePassword, ConfirmAddress, SpendLink } from './handlers/use-link.js';
import { AccountsController } from './http/accounts.controller.js';
import { AdministratorController } from './http/administrator.controller.js';
import { OrganisersController } from './http/organisers.controller.js';
import { SandboxController } from './http/sandbox.controller.js';
import { SecondFactorController } from './http/second-factor.controller.js';
import { OwnAccountController } from './http/own-account.controller.js';
import { SessionController } from './http/session.controller.js';
import { SessionGuard } from './http/session.guard.js';
import { SessionsController } from './http/sessions.controller.js';
import { IdentityFacade } from './identity.facade.js';
import { AccountList } from './store/account-list.js';
import { AccountStore } from './store/account.store.js';
import { FactorStore } from './store/factor.store.js';
import { LinkStore } from './store/link.store.js';
import { NodeStore } from './store/node.store.js';
import { SessionStore } from './store/session.store.js';
import { ThrottleStore } from './store/throttle.store.js';

const stores = [AccountList, AccountStore, FactorStore, LinkStore, NodeStore, SessionStore, ThrottleStore];
const sessions = [ReadSession, NoteUse, StartSession, SignIn, EndSession, EndOtherSessions, EndSessionsOf, Throttle];
const factors = [PresentFactor, FactorRecords, BeginEnrolment, ProveEnrolment, ConfirmEnrolment, RenewRecoveryCodes, RequireFreshFactor];
const letters = [Letters, InviteAccount, InviteAgain, RegisterAccount, SpendLink, ConfirmAddress, ChoosePassword, AskPasswordReset];
const own = [ChooseLanguage, ChangePassword, OwnAccount, KeepOwnProfile];
const administration = [
  WithinMyReach, InviteWithRoles, AdministerRoles, AdministerAccount, AccountRecords, AdministerAccounts, RepeatInvitation,
  GrantRole, RevokeRole, OpenNode, FoundPlatform, MoveSandboxClock,
];

@Module({
  imports: [TypeOrmModule.forFeature([Account, AccountRole, OrganiserNode, Session])],
  controllers: [
    SessionController, SessionsController, OwnAccountController, SecondFactorController, AccountsController, AdministratorController, OrganisersController,
    SandboxController,
  ],
  providers: [...stores, ...sessions, ...factors, ...letters, ...own, ...administration, RecordGuest, MakeMissingAccountLooks, IdentityFacade, SessionGuard],
  exports: [IdentityFacade, SessionGuard, ReadSession, FoundPlatform, RecordGuest, Throttle],
})
export class IdentityModule {}
