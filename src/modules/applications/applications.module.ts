import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { OrganisationsModule } from '#modules/organisations';
import { ApplicationsFacade } from './applications.facade.js';
import { Application, ApplicationHistory, EligibilityCheck, Submission } from './domain/application.js';
import { ExportApplications } from './handlers/export-applications.js';
import { GatherFacts } from './handlers/gather-facts.js';
import { MoveOwnApplication } from './handlers/move-own-application.js';
import { ReadApplications } from './handlers/read-applications.js';
import { RecordMove } from './handlers/record-move.js';
import { RecordOutcomes, UpperContext } from './handlers/record-outcomes.js';
import { KeepAnswers, SaveDraft } from './handlers/save-draft.js';
import { CheckRules, HoldForScreening, ScreenApplication } from './handlers/screen-application.js';
import { RecordDraft, StartApplication } from './handlers/start-application.js';
import { SubmitApplication } from './handlers/submit-application.js';
import { ApplicantController, ReceiptsController } from './http/applicant.controller.js';
import { ScreeningController } from './http/screening.controller.js';
import { AskForCorrection, SendReceipt, TellScreening, WriteToMembers } from './reactions/tell-the-applicant.js';
import { ApplicationCatalogue } from './store/application-catalogue.js';
import { ApplicationStore } from './store/application.store.js';
import { RankingStore } from './store/ranking.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Application, Submission, EligibilityCheck, ApplicationHistory]), DocumentsModule, OrganisationsModule, CallsModule],
  controllers: [ApplicantController, ReceiptsController, ScreeningController],
  providers: [
    ApplicationStore, ApplicationCatalogue, RankingStore, GatherFacts, RecordMove,
    RecordDraft, StartApplication, KeepAnswers, SaveDraft, SubmitApplication, MoveOwnApplication,
    HoldForScreening, CheckRules, ScreenApplication, UpperContext, RecordOutcomes, ReadApplications, ExportApplications,
    WriteToMembers, SendReceipt, AskForCorrection, TellScreening, ApplicationsFacade,
  ],
  exports: [ApplicationsFacade],
})
export class ApplicationsModule {}
