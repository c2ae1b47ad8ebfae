import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#modules/identity';
import { CallsFacade } from './calls.facade.js';
import { Call, CallHistory, CallRulebook } from './domain/call.js';
import { Programme } from './domain/programme.js';
import { CreateCall, DraftCall } from './handlers/create-call.js';
import { MoveCall } from './handlers/move-call.js';
import { CallFacts, OfficerMovesCall, SupplementCall } from './handlers/officer-moves.js';
import { CreateProgramme, ReadProgrammes } from './handlers/programmes.js';
import { JudgeRulebooks } from './handlers/judge-rulebooks.js';
import { ReadCalls } from './handlers/read-calls.js';
import { ReadPublishedCalls } from './handlers/read-published.js';
import { ReadHolidayNotices } from './handlers/read-holiday-notices.js';
import { RecordHolidayNotice } from './handlers/record-holiday-notice.js';
import { RecordRulebook, SaveRulebook } from './handlers/save-rulebook.js';
import { CallsController } from './http/calls.controller.js';
import { HolidaysController } from './http/holidays.controller.js';
import { ProgrammesController } from './http/programmes.controller.js';
import { PublicCallsController, RulebooksController } from './http/rulebooks.controller.js';
import { OpenAndCloseCalls } from './jobs/open-and-close-calls.task.js';
import { CalendarStore } from './store/calendar.store.js';
import { CallCatalogue } from './store/call-catalogue.js';
import { CallStore } from './store/call.store.js';
import { ProgrammeStore } from './store/programme.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Programme, Call, CallRulebook, CallHistory]), IdentityModule],
  controllers: [ProgrammesController, HolidaysController, CallsController, RulebooksController, PublicCallsController],
  providers: [
    CallStore, ReadHolidayNotices, CallCatalogue, ProgrammeStore, CalendarStore,
    CreateProgramme, ReadProgrammes, DraftCall, CreateCall, RecordRulebook, SaveRulebook, CallFacts, MoveCall, OfficerMovesCall, SupplementCall,
    ReadCalls, JudgeRulebooks, ReadPublishedCalls, RecordHolidayNotice, OpenAndCloseCalls, CallsFacade,
  ],
  exports: [CallsFacade],
})
export class CallsModule {}
