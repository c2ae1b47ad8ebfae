import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#modules/applications';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { OrganisationsModule } from '#modules/organisations';
import { ConflictPin } from './domain/conflicts/conflict-pin.js';
import { ExpertProfile, ExpertTie } from './domain/experts/expert-profile.js';
import { ConflictDeclaration, PanelSeat, ScoreSheet, ScoreStageRound, SealedRankingRow } from './domain/score-sheet.js';
import { BeginStage, OpenRound, PrepareRound } from './handlers/begin-stage.js';
import { CheckConflicts, LookForConflicts } from './handlers/check-conflicts.js';
import { CommitAssignment, HoldUnsealed, RecordAssignment, TellAssigned } from './handlers/commit-assignment.js';
import { DeclareConflict, RecordDeclaration, SettleConflict, TakeDeclaration } from './handlers/declare-conflict.js';
import { DetectConflicts } from './handlers/detect-conflicts.js';
import { CommitDraw, ReadDrawable, ReadDraws, RecordDraw } from './handlers/draw-panel.js';
import { EditAssignment, ImportAssignments, RecordPins } from './handlers/edit-assignment.js';
import { GatherPlan, ReadCandidates, ReadCases, ReadWords } from './handlers/gather-plan.js';
import { GatherScores } from './handlers/gather-scores.js';
import { HoldSheet } from './handlers/hold-sheet.js';
import { HoldStage } from './handlers/hold-stage.js';
import { KeepSheet, WriteSheet } from './handlers/keep-sheet.js';
import { ExplainRanking } from './handlers/explain-ranking.js';
import { NudgeJudges, RecordNudges } from './handlers/nudge-judges.js';
import { ReadJudging } from './handlers/read-judging.js';
import { ReadOutsideScores } from './handlers/read-outside-scores.js';
import { ReadPool } from './handlers/read-pool.js';
import { ReadQueue } from './handlers/read-queue.js';
import { ReadPublishedPanels } from './handlers/published-panels.js';
import { ReadRanking } from './handlers/read-ranking.js';
import { DescribeStage, ReadRounds } from './handlers/read-rounds.js';
import { ApplyPin, BlockDetected, HoldPair, PinConflict, RecordPin } from './handlers/pin-conflict.js';
import { AnswerInvitation, InviteExperts, RecordAnswer, RecordInvitations, SeatInvited } from './handlers/invite-experts.js';
import { WriteInvitation } from './handlers/write-invitation.js';
import { ReadInvitations } from './handlers/read-invitations.js';
import { HoldWishes, StateWishes } from './handlers/state-wishes.js';
import { HoldExpert, KeepProfile, KeepTies } from './handlers/keep-expert.js';
import { ReadDuties } from './handlers/read-duties.js';
import { ReadExpert } from './handlers/read-expert.js';
import { HoldPanel, PlanAssignment } from './handlers/plan-assignment.js';
import { NameJudges, ReadPanels, ReadScoring, ReadState } from './handlers/read-scoring.js';
import { RecordOutsideScore, WriteOutsideScore } from './handlers/record-outside-score.js';
import { ComputeRanking, HandOver, RecordSealing, SealStage } from './handlers/seal-ranking.js';
import { GiveSeat, RecordSeat, SeatGuest, SeatJudges, UnseatJudge } from './handlers/seat-judges.js';
import { ShowApplication } from './handlers/show-application.js';
import { VoidSheets } from './handlers/void-sheets.js';
import { AssignmentController } from './http/assignment.controller.js';
import { ConflictsController } from './http/conflicts.controller.js';
import { ExpertsController, OwnExpertController } from './http/experts.controller.js';
import { InvitationsController, OwnInvitationsController } from './http/invitations.controller.js';
import { CloseReminders } from './jobs/close-reminders.task.js';
import { RemindInvited } from './jobs/remind-invited.task.js';
import { AwaitedStore } from './store/awaited.store.js';
import { InvitationStore } from './store/invitation.store.js';
import { JudgingController } from './http/judging.controller.js';
import { PanelController } from './http/panel.controller.js';
import { PublicPanelsController, PublicRankingController, RankingController } from './http/ranking.controller.js';
import { ScoringRoundsController, ScoringController } from './http/scoring.controller.js';
import { SeatsController } from './http/seats.controller.js';
import { ScoringFacade } from './scoring.facade.js';
import { AROUND_PARTS, BALLOT_PARTS, CORRECTION_PARTS, EMERGENCY_PARTS, PAPER_PARTS, PERFORMANCE_PARTS, SHEET_PARTS, SLOT_PARTS, TIE_PARTS } from './scoring.parts.js';
import { AssignmentStore } from './store/assignment.store.js';
import { DrawStore } from './store/draw.store.js';
import { ExpertStore } from './store/expert.store.js';
import { PanelStore } from './store/panel.store.js';
import { PlaceStore } from './store/place.store.js';
import { SheetStore } from './store/sheet.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([ScoreStageRound, PanelSeat, ConflictDeclaration, ScoreSheet, SealedRankingRow, ExpertProfile, ExpertTie, ConflictPin, ...SHEET_PARTS.entities, ...TIE_PARTS.entities, ...SLOT_PARTS.entities, ...CORRECTION_PARTS.entities, ...EMERGENCY_PARTS.entities, ...PAPER_PARTS.entities]), IdentityModule, DocumentsModule, OrganisationsModule, CallsModule, ApplicationsModule],
  controllers: [...EMERGENCY_PARTS.controllers, ...PAPER_PARTS.controllers, ...BALLOT_PARTS.controllers, PublicPanelsController, OwnInvitationsController, InvitationsController, OwnExpertController, ExpertsController, JudgingController, ScoringRoundsController, ScoringController, RankingController, SeatsController, PanelController, PublicRankingController, AssignmentController, ConflictsController, ...SHEET_PARTS.controllers, ...TIE_PARTS.controllers, ...SLOT_PARTS.controllers, ...CORRECTION_PARTS.controllers, ...PERFORMANCE_PARTS.controllers, ...AROUND_PARTS.controllers],
  providers: [
    PanelStore, PlaceStore, SheetStore, HoldStage, HoldSheet, VoidSheets, ReadPool, GiveSeat, RecordSeat, SeatGuest, SeatJudges, UnseatJudge, OpenRound, PrepareRound, BeginStage,
    RecordDeclaration, TakeDeclaration, DeclareConflict, SettleConflict, WriteSheet, KeepSheet, WriteOutsideScore, RecordOutsideScore,
    GatherScores, ComputeRanking, RecordSealing, HandOver, SealStage, ReadQueue, ShowApplication, ReadJudging,
    NameJudges, ReadScoring, ReadPanels, DescribeStage, ReadRounds, ExplainRanking, ReadRanking, ReadOutsideScores, AwaitedStore, RecordNudges, NudgeJudges, CloseReminders, ScoringFacade,
    ReadState, ReadDuties, AssignmentStore, ExpertStore, DetectConflicts, ReadCases, ReadCandidates, ReadWords, GatherPlan, HoldPanel, PlanAssignment,
    HoldUnsealed, TellAssigned, RecordAssignment, CommitAssignment, RecordPins, EditAssignment, ImportAssignments,
    CheckConflicts, LookForConflicts, BlockDetected, HoldPair, ApplyPin, RecordPin, PinConflict, InvitationStore, WriteInvitation, RecordInvitations, InviteExperts, SeatInvited, RecordAnswer, AnswerInvitation, ReadInvitations, RemindInvited, HoldWishes, StateWishes, DrawStore, ReadDrawable, RecordDraw, CommitDraw, ReadDraws, ReadPublishedPanels, HoldExpert, KeepProfile, KeepTies, ReadExpert, ...SHEET_PARTS.providers, ...TIE_PARTS.providers, ...SLOT_PARTS.providers, ...CORRECTION_PARTS.providers, ...EMERGENCY_PARTS.providers, ...PAPER_PARTS.providers, ...PERFORMANCE_PARTS.providers, ...BALLOT_PARTS.providers, ...AROUND_PARTS.providers,
  ],
  exports: [ScoringFacade],
})
export class ScoringModule {}
