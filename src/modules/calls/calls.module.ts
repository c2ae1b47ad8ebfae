import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#modules/identity';
import { CallsFacade } from './calls.facade.js';
import { CallAdmission, CallInvitation } from './domain/admission/admission.js';
import { CallAlert } from './domain/alert/alert.js';
import { Call, CallHistory, CallRulebook } from './domain/call.js';
import { Extension } from './domain/extension/extension.js';
import { Programme } from './domain/programme.js';
import { CallQuestion } from './domain/question/question.js';
import { AdmitReader } from './handlers/admit-reader.js';
import { AnswerQuestion, RecordAnswer, TellAsker } from './handlers/answer-question.js';
import { ArrangeAdmission, RecordAdmission, RecordInvitation, RedeemCode } from './handlers/arrange-admission.js';
import { AskQuestion, RecordQuestion } from './handlers/ask-question.js';
import { CreateCall, DraftCall } from './handlers/create-call.js';
import { DecideExtension, ProposeExtension, PutExtensionInForce, RecordExtension, RulesExtended } from './handlers/extend-deadline.js';
import { KeepAlerts } from './handlers/keep-alerts.js';
import { PrintQuestions } from './handlers/print-questions.js';
import { MoveCall } from './handlers/move-call.js';
import { CallFacts, OfficerMovesCall, SupplementCall } from './handlers/officer-moves.js';
import { CreateProgramme, ReadProgrammes } from './handlers/programmes.js';
import { JudgeRulebooks } from './handlers/judge-rulebooks.js';
import { ReadCalls } from './handlers/read-calls.js';
import { ReadExtensions } from './handlers/read-extensions.js';
import { ReadPublishedCalls } from './handlers/read-published.js';
import { ReadQuestions } from './handlers/read-questions.js';
import { ReadHolidayNotices } from './handlers/read-holiday-notices.js';
import { RecordHolidayNotice } from './handlers/record-holiday-notice.js';
import { RecordRulebook, SaveRulebook } from './handlers/save-rulebook.js';
import { TellOfficers } from './handlers/tell-officers.js';
import { AdmissionController, CallAlertsController } from './http/admission.controller.js';
import { CallsController } from './http/calls.controller.js';
import { ExtensionsController } from './http/extensions.controller.js';
import { HolidaysController } from './http/holidays.controller.js';
import { ProgrammesController } from './http/programmes.controller.js';
import { PublicQuestionsController, QuestionsController, QuestionsFileController } from './http/questions.controller.js';
import { PublicCallsController, RulebooksController } from './http/rulebooks.controller.js';
import { OpenAndCloseCalls } from './jobs/open-and-close-calls.task.js';
import { AlertOfOpenedCall, TellInvited } from './reactions/when-call-opens.js';
import { AdmissionStore } from './store/admission.store.js';
import { AlertStore } from './store/alert.store.js';
import { CalendarStore } from './store/calendar.store.js';
import { CallCatalogue } from './store/call-catalogue.js';
import { CallStore } from './store/call.store.js';
import { ExtensionStore } from './store/extension.store.js';
import { ProgrammeStore } from './store/programme.store.js';
import { QuestionStore } from './store/question.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Programme, Call, CallRulebook, CallHistory, Extension, CallQuestion, CallAdmission, CallInvitation, CallAlert]), IdentityModule],
  controllers: [ProgrammesController, HolidaysController, CallsController, ExtensionsController, RulebooksController, PublicCallsController,
    QuestionsController, PublicQuestionsController, QuestionsFileController, AdmissionController, CallAlertsController],
  providers: [
    CallStore, ReadHolidayNotices, CallCatalogue, ProgrammeStore, CalendarStore,
    CreateProgramme, ReadProgrammes, DraftCall, CreateCall, RecordRulebook, SaveRulebook, CallFacts, MoveCall, OfficerMovesCall, SupplementCall,
    ReadCalls, JudgeRulebooks, ReadPublishedCalls, RecordHolidayNotice, OpenAndCloseCalls, CallsFacade,
    ExtensionStore, TellOfficers, RulesExtended, RecordExtension, ProposeExtension, PutExtensionInForce, DecideExtension, ReadExtensions,
    QuestionStore, RecordQuestion, AskQuestion, TellAsker, RecordAnswer, AnswerQuestion, ReadQuestions,
    AdmissionStore, AdmitReader, RecordInvitation, RecordAdmission, ArrangeAdmission, RedeemCode, AlertStore, KeepAlerts, PrintQuestions, AlertOfOpenedCall, TellInvited,
  ],
  exports: [CallsFacade],
})
export class CallsModule {}
