import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { AwardsFacade } from './awards.facade.js';
import { Award, AwardAct, AwardRound } from './domain/award.js';
import { AwardNotice } from './domain/notice.js';
import { Objection } from './domain/objection.js';
import { AllocateAwards } from './handlers/allocate-awards.js';
import { DraftAllocation } from './handlers/allocation-draft.js';
import { AnnounceAwards, NoticeDesk } from './handlers/announce-awards.js';
import { AnswerAward, ReadSilence } from './handlers/answer-award.js';
import { HandleObjections, JudgeObjection } from './handlers/handle-objections.js';
import { MoveUp } from './handlers/move-up.js';
import { AwardsController } from './http/officer.controller.js';
import { PublicNoticesController } from './http/public.controller.js';
import { PrintNotice } from './jobs/print-notice.job.js';
import { AwardStore } from './store/award.store.js';
import { NoticeStore } from './store/notice.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Award, AwardRound, AwardAct, AwardNotice, Objection]), IdentityModule, DocumentsModule, CallsModule, ApplicationsModule],
  controllers: [AwardsController, PublicNoticesController],
  providers: [
    AwardStore, NoticeStore, NoticeDesk, DraftAllocation, AllocateAwards, AnnounceAwards, MoveUp, HandleObjections, JudgeObjection, AnswerAward, ReadSilence,
    PrintNotice, AwardsFacade,
  ],
  exports: [AwardsFacade],
})
export class AwardsModule {}
