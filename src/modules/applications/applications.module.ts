import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { OrganisationsModule } from '#modules/organisations';
import { ApplicationsFacade } from './applications.facade.js';
import { Appeal, Opinion, Supplement } from './domain/screening/dialogue.js';
import { Application, ApplicationHistory, EligibilityCheck, Submission } from './domain/application.js';
import { TableView } from './domain/views/table-view.js';
import { AppealKeeping, DecideAppeal, FindRefusal, LodgeAppeal } from './handlers/appeal-refusal.js';
import { AnswerSupplement, AskSupplement, SupplementKeeping } from './handlers/ask-supplement.js';
import { ApplicationSides } from './handlers/application-sides.js';
import { AnswerSurvey, ReadEffort } from './handlers/measure-effort.js';
import { AnswerAsSite, KnockAtSite } from './handlers/answer-as-site.js';
import { AskSite, HoldForSites } from './handlers/ask-site.js';
import { SiteLetters } from './handlers/site-letters.js';
import { ReadSites } from './handlers/read-sites.js';
import { AnswerAsPartner, AskPartners, HoldAsPartner } from './handlers/ask-partners.js';
import { ChangePartners, SettleParties } from './handlers/change-partners.js';
import { DiscussDraft, RecordComment } from './handlers/discuss-draft.js';
import { CopyApplication, RecordCopy } from './handlers/copy-application.js';
import { ExportApplications } from './handlers/export-applications.js';
import { GatherFacts } from './handlers/gather-facts.js';
import { CheckEligibility } from './handlers/check-eligibility.js';
import { JudgeAtSigning } from './handlers/judge-at-signing.js';
import { HoldOwn } from './handlers/hold-own.js';
import { InviteWriter } from './handlers/invite-writer.js';
import { KeepPresence } from './handlers/keep-presence.js';
import { GatherCopy } from './handlers/gather-copy.js';
import { MoveOwnApplication } from './handlers/move-own-application.js';
import { NarrowToProgramme } from './handlers/narrow-to-programme.js';
import { OfflinePackage } from './handlers/offline-package.js';
import { ReadApplications } from './handlers/read-applications.js';
import { ReadOwnApplications } from './handlers/read-own-applications.js';
import { NoteOpinions } from './handlers/note-opinions.js';
import { DialogueSources, ReadDialogue } from './handlers/read-dialogue.js';
import { ScreeningLetters } from './handlers/screening-letters.js';
import { ReadRevisions } from './handlers/read-revisions.js';
import { ReadWriters } from './handlers/read-writers.js';
import { ReadForStaff } from './handlers/read-for-staff.js';
import { ReadCorrection } from './handlers/read-correction.js';
import { ReadScreening } from './handlers/read-screening.js';
import { RecordMove } from './handlers/record-move.js';
import { RecordOutcomes, UpperContext } from './handlers/record-outcomes.js';
import { KeepTableViews } from './handlers/keep-table-views.js';
import { LeaveAsPartner } from './handlers/leave-as-partner.js';
import { ListOwnApplications } from './handlers/list-own-applications.js';
import { ReadScreeningWaits } from './handlers/read-screening-waits.js';
import { NoteOpening } from './handlers/note-opening.js';
import { ReachMarks } from './handlers/reach-marks.js';
import { PartnerLetters } from './handlers/partner-letters.js';
import { PreviewApplication } from './handlers/preview-application.js';
import { RemindOfDeadline } from './handlers/remind-of-deadline.js';
import { GatherForSave, KeepAnswers, SaveDraft } from './handlers/save-draft.js';
import { CheckRules, HoldForScreening, ScreenApplication } from './handlers/screen-application.js';
import { RecordParts, ShareApplication } from './handlers/share-application.js';
import { RecordDraft, StartApplication } from './handlers/start-application.js';
import { SubmitApplication } from './handlers/submit-application.js';
import { ToldFaults } from './handlers/told-faults.js';
import { ApplicantController, ReceiptsController } from './http/applicant.controller.js';
import { OfflineController } from './http/offline.controller.js';
import { CopiesController } from './http/copies.controller.js';
import { OwnApplicationsController } from './http/own-applications.controller.js';
import { AppealsController, SupplementsController } from './http/dialogue.controller.js';
import { EligibilityController } from './http/eligibility.controller.js';
import { PartnersController } from './http/partners.controller.js';
import { ScreeningDeskController } from './http/screening-desk.controller.js';
import { ScreeningController } from './http/screening.controller.js';
import { StaffApplicationsController } from './http/staff-applications.controller.js';
import { SiteConfirmationController, SitesController } from './http/sites.controller.js';
import { TogetherController } from './http/together.controller.js';
import { WritingRecordController } from './http/writing-record.controller.js';
import { TellOfAnswer, TellOfCancellation, TellOfChangedRules, TellOfResumption, TellOfSuspension, WriteToTheCall } from './reactions/tell-of-the-call.js';
import { GatherTally } from './jobs/gather-tally.task.js';
import { ReachMarksOnTime } from './jobs/reach-marks.task.js';
import { Remind } from './jobs/remind.job.js';
import { SendReceipt } from './reactions/send-receipt.js';
import { AskForCorrection, TellScreening, WriteToMembers } from './reactions/tell-the-applicant.js';
import { ApplicationCatalogue } from './store/application-catalogue.js';
import { TallyStore } from './store/tally.store.js';
import { ApplicationOutlines } from './store/application-outlines.js';
import { ApplicationStore } from './store/application.store.js';
import { SubmissionStore } from './store/submission.store.js';
import { ScreeningStore } from './store/screening.store.js';
import { ScreeningWaitsStore } from './store/screening-waits.store.js';
import { SiteStore } from './store/site.store.js';
import { TableViewStore } from './store/table-view.store.js';
import { EffortStore } from './store/effort.store.js';
import { RankingStore } from './store/ranking.store.js';
import { RevisionStore } from './store/revision.store.js';
import { TogetherStore } from './store/together.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Application, Submission, EligibilityCheck, ApplicationHistory, Opinion, Supplement, Appeal, TableView]), IdentityModule, DocumentsModule, OrganisationsModule, CallsModule],
  controllers: [CopiesController, EligibilityController, OwnApplicationsController, PartnersController, SitesController, SiteConfirmationController, ApplicantController, ReceiptsController, ScreeningDeskController, ScreeningController, SupplementsController, AppealsController, StaffApplicationsController, TogetherController, WritingRecordController, OfflineController],
  providers: [
    ApplicationStore, SubmissionStore, ApplicationCatalogue, TallyStore, ApplicationOutlines, RankingStore, GatherFacts, RecordMove, JudgeAtSigning, CheckEligibility,
    TogetherStore, RevisionStore, EffortStore, HoldOwn, RecordParts, InviteWriter, ShareApplication, ReadWriters, RecordComment, DiscussDraft, KeepPresence, ReadRevisions,
    AnswerSurvey, ReadEffort, OfflinePackage, ApplicationSides,
    SiteStore, SiteLetters, HoldForSites, AskSite, KnockAtSite, AnswerAsSite, ReadSites,
    PartnerLetters, AskPartners, HoldAsPartner, AnswerAsPartner, LeaveAsPartner, RecordDraft, StartApplication, KeepAnswers, GatherForSave, ToldFaults, SaveDraft, PreviewApplication, SubmitApplication, MoveOwnApplication, SettleParties, ChangePartners, ReadOwnApplications,
    ListOwnApplications, ScreeningWaitsStore, ReadScreeningWaits, TableViewStore, KeepTableViews,
    ScreeningStore, NoteOpinions, ScreeningLetters, AskSupplement, AnswerSupplement, SupplementKeeping, FindRefusal, LodgeAppeal, DecideAppeal, AppealKeeping, DialogueSources, ReadDialogue,
    HoldForScreening, CheckRules, ScreenApplication, UpperContext, RecordOutcomes, ReadApplications, ExportApplications,
    NarrowToProgramme, ReadForStaff, ReadScreening, ReadCorrection, WriteToTheCall, TellOfChangedRules, TellOfSuspension, TellOfResumption, TellOfAnswer, TellOfCancellation,
    GatherCopy, NoteOpening, RecordCopy, CopyApplication, ReachMarks, RemindOfDeadline, ReachMarksOnTime, GatherTally, Remind, WriteToMembers, SendReceipt, AskForCorrection, TellScreening, ApplicationsFacade,
  ],
  exports: [ApplicationsFacade],
})
export class ApplicationsModule {}
