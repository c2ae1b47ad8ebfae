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
import { DraftAllocation } from './handlers/allocation-draft.js';
import { AnnounceAwards, DrawNotice, NoticeDesk, OpenNotice, RecordNotice } from './handlers/announce-awards.js';
import { AnswerAward, RecordAnswer } from './handlers/answer-award.js';
import { ConfirmAwards, StandingAwards } from './handlers/confirm-awards.js';
import { CorrectableNotice, CorrectNotice } from './handlers/correct-notice.js';
import { DecideAwards, RecordDecision } from './handlers/decide-awards.js';
import { AllocationDesk, ObjectionDesk, PublicityDesk } from './handlers/desks.js';
import { HoldRound } from './handlers/hold-round.js';
import { JudgementConsequences, JudgeObjection, RecordJudgement } from './handlers/judge-objection.js';
import { MoveUp } from './handlers/move-up.js';
import { SealObjector } from './handlers/objector.js';
import { PreviewAllocation } from './handlers/preview-allocation.js';
import { ReadAwards } from './handlers/read-awards.js';
import { JudgeRound, ReadAwardRound } from './handlers/read-award-round.js';
import { PreviewNotice, ReadNotices } from './handlers/read-notices.js';
import { DescribeObjection, NameObjected, ReadObjections } from './handlers/read-objections.js';
import { FindRunningNotice, ReceiveObjection, RecordObjection } from './handlers/receive-objection.js';
import { RecordAward } from './handlers/record-award.js';
import { HoldUndecided, RecordAct, SettleByHand } from './handlers/settle-by-hand.js';
import { TakeDown, WithdrawAward, WithdrawNotice } from './handlers/take-down.js';
import { WriteAboutAward } from './handlers/write-about-award.js';
import { AwardsController } from './http/officer.controller.js';
import { PublicNoticesController } from './http/public.controller.js';
import { AwardRoundsController } from './http/rounds.controller.js';
import { PrintNotice } from './jobs/print-notice.job.js';
import { ReadSilence } from './jobs/read-silence.task.js';
import { RemindOfAnswer } from './jobs/remind-of-answer.job.js';
import { AnswerTheObjector, TellOfficersOfObjection } from './reactions/tell-about-objections.js';
import { TellTheListed, TellTheRound } from './reactions/tell-the-round.js';
import { AskForAnswer, TellDecline, TellPromotion, TellSilentAcceptance, TellWithdrawal } from './reactions/tell-the-winner.js';
import { AwardStore } from './store/award.store.js';
import { NoticeStore } from './store/notice.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Award, AwardRound, AwardAct, AwardNotice, Objection]), IdentityModule, DocumentsModule, CallsModule, ApplicationsModule],
  controllers: [AwardsController, AwardRoundsController, PublicNoticesController],
  providers: [
    AwardStore, NoticeStore, RecordAward, HoldRound,
    DraftAllocation, PreviewAllocation, HoldUndecided, RecordAct, SettleByHand, RecordDecision, DecideAwards, AllocationDesk,
    DrawNotice, RecordNotice, OpenNotice, NoticeDesk, AnnounceAwards, StandingAwards, ConfirmAwards, CorrectableNotice, CorrectNotice, PublicityDesk, PrintNotice,
    SealObjector, FindRunningNotice, RecordObjection, ReceiveObjection, NameObjected, DescribeObjection, ReadObjections, RecordJudgement, JudgementConsequences, JudgeObjection, ObjectionDesk,
    WithdrawNotice, WithdrawAward, TakeDown, MoveUp, RecordAnswer, AnswerAward, ReadSilence, ReadAwards, ReadNotices, PreviewNotice, JudgeRound, ReadAwardRound, AwardsFacade,
    WriteAboutAward, TellTheRound, TellTheListed, AskForAnswer, RemindOfAnswer, TellPromotion, TellWithdrawal, TellDecline, TellSilentAcceptance,
    TellOfficersOfObjection, AnswerTheObjector,
  ],
  exports: [AwardsFacade],
})
export class AwardsModule {}
