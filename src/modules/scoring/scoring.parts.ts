import { AnalyseScores, ReadAnalysed } from './handlers/analyse-scores.js';
import { Calibrate, HoldCalibration, ReadCalibration, RecordCalibration, SetCalibration, ShowPast } from './handlers/calibrate.js';
import { EditFeedback, MeasureFeedback, ReadFeedback, RecordFeedback } from './handlers/feedback.js';
import { HoldSealed } from './handlers/hold-sealed.js';
import { ImportOutsideScores, OutsideTemplate } from './handlers/import-outside-scores.js';
import { HoldRoom, KeepMessage, ReadRoom, SayInRoom } from './handlers/panel-room.js';
import { ReadingNotes, RecordReading } from './handlers/reading-notes.js';
import { ReadRecheck, RecordRecheck } from './handlers/recheck.js';
import { DownloadForm, UploadForm } from './handlers/score-forms.js';
import { AnalysisController, FeedbackController } from './http/analysis.controller.js';
import { CalibrationController, OwnCalibrationController } from './http/calibration.controller.js';
import { FormsController, OutsideImportController } from './http/forms.controller.js';
import { ReadingsController, RoomController } from './http/room.controller.js';
import { CalibrationStore } from './store/calibration.store.js';
import { FeedbackStore } from './store/feedback.store.js';
import { RecheckStore } from './store/recheck.store.js';
import { TalkStore } from './store/talk.store.js';
import { CastBallot, WriteBallot } from './handlers/cast-ballot.js';
import { HoldBallot } from './handlers/hold-ballot.js';
import { ReadBallot } from './handlers/read-ballot.js';
import { BallotController } from './http/ballot.controller.js';
import { PaperEntry, PaperSheet } from './domain/paper/paper-sheet.js';
import { DeclareOnPaper, KeepScan } from './handlers/declare-on-paper.js';
import { EnterPaper, HandInPaper, RecordReadOnPaper } from './handlers/enter-paper.js';
import { HoldPaper, HoldPaperSeat } from './handlers/hold-paper.js';
import { DownloadPaperForm, UploadPaperForm } from './handlers/paper-forms.js';
import { IssueCodes, PrintPaper, ShowPages } from './handlers/print-paper.js';
import { MarkPaper } from './handlers/mark-paper.js';
import { OpenScan, ReadPaperSeats, ReadPaperSheet } from './handlers/read-paper.js';
import { GatherPaper, ReadPaperMarks, ReadPaperRows } from './handlers/read-paper-rows.js';
import { PaperController, PaperSeatsController } from './http/paper.controller.js';
import { PaperStore } from './store/paper.store.js';
import { TieDecision } from './domain/tie-decision.js';
import { NameEquals, ReadTies } from './handlers/read-ties.js';
import { DrawLots, HoldTie, OrderByCommittee, RecordTie } from './handlers/settle-ties.js';
import { TiesController } from './http/ties.controller.js';
import { TieStore } from './store/tie.store.js';
import { SheetReopening } from './domain/sheet-reopening.js';
import { Abstain, WriteAbstention } from './handlers/abstain.js';
import { CheckReceipt } from './handlers/check-receipt.js';
import { ReadHistory, ReadReceipt, ReadReopenings, TellVersions } from './handlers/read-sheets.js';
import { AskReopening, DecideReopening, HoldHandedIn, RecordReopening } from './handlers/reopen-sheet.js';
import { VerifySheets } from './handlers/verify-sheets.js';
import { OwnSheetsController, PublicReceiptsController, SheetsController } from './http/sheets.controller.js';
import { TranslateApplication } from './handlers/translate-application.js';
import { TranslationController } from './http/translation.controller.js';
import { BlindDecision, BlindFile } from './domain/blind/blind-file.js';
import { RankingCorrection } from './domain/corrections/ranking-correction.js';
import { ReviewSlot, SlotSheet } from './domain/review-slots/review-slot.js';
import { PrepareBlindFiles } from './handlers/blind-files.js';
import { DecideCorrection, HoldCorrection, RecordTold, TellLateConflict } from './handlers/correct-ranking.js';
import { JoinNextStage } from './handlers/join-next-stage.js';
import { Recalculate, WriteBeside } from './handlers/recalculate.js';
import { KeepPerformance, MeasurePerformance, ReadPerformance, RecordPerformance } from './handlers/performance.js';
import { ReadAroundCorrections, ReadCorrections } from './handlers/read-corrections.js';
import { DecideBlindFile, FindBlindFile, HoldBlindFiles, ReadBlindFiles } from './handlers/decide-blind-file.js';
import { LookThroughApplication, LookThroughFiles, TellOfWithheld } from './handlers/look-through-files.js';
import { LookThroughOpenedStage } from './jobs/look-through-files.job.js';
import { ReadOwed } from './handlers/gather-scores.js';
import { HoldSlot, KnockAtSlot } from './handlers/hold-slot.js';
import { DeclareInSlot, KeepSlotSheet } from './handlers/keep-slot-sheet.js';
import { GiveSlotCode, HoldOpenSlot, RevokeSlot } from './handlers/give-slot-code.js';
import { HoldBlocSlots, OpenSlots, ReadSlots } from './handlers/open-slots.js';
import { ReadNames } from './handlers/read-names.js';
import { ReadSlot } from './handlers/read-slot.js';
import { ShowFiles } from './handlers/show-files.js';
import { PerformanceController } from './http/performance.controller.js';
import { CorrectionsController, LateConflictController } from './http/corrections.controller.js';
import { BlindFilesController } from './http/blind-files.controller.js';
import { AnonymousReviewController, SlotsController } from './http/slots.controller.js';
import { PerformanceStore } from './store/performance.store.js';
import { CorrectionStore } from './store/correction.store.js';
import { BlindFileStore } from './store/blind-file.store.js';
import { SlotStore } from './store/slot.store.js';
import { ReopeningStore } from './store/reopening.store.js';
import { EmergencyAccess, EmergencyReading } from './domain/emergency/emergency-access.js';
import { AskForApplicant, AskForSheets, LodgeEmergency } from './handlers/ask-emergency.js';
import { HoldEmergency } from './handlers/hold-emergency.js';
import { LookInEmergency, RecordLook, Uncover } from './handlers/look-in-emergency.js';
import { GatherEmergencies, ReadEmergencies } from './handlers/read-emergency.js';
import { RecordEmergency } from './handlers/record-emergency.js';
import { SettleEmergency } from './handlers/settle-emergency.js';
import { TellTooNear } from './handlers/tell-too-near.js';
import { BlindEmergencyController, EmergencyController } from './http/emergency.controller.js';
import { RemindOfEmergencies } from './jobs/remind-of-emergencies.task.js';
import { EmergencyStore } from './store/emergency.store.js';

/** How judges did their duty in a sealed stage. */
export const PERFORMANCE_PARTS = {
  controllers: [PerformanceController],
  providers: [PerformanceStore, MeasurePerformance, ReadPerformance, KeepPerformance, RecordPerformance],
};

/** Conflicts that come to light after the sealing. */
export const CORRECTION_PARTS = {
  entities: [RankingCorrection],
  controllers: [LateConflictController, CorrectionsController],
  providers: [CorrectionStore, RecordTold, TellLateConflict, JoinNextStage, Recalculate, WriteBeside, HoldCorrection, DecideCorrection, ReadAroundCorrections, ReadCorrections],
};

/** What blind judging hides, and reviews by link without an account. */
export const SLOT_PARTS = {
  entities: [ReviewSlot, SlotSheet, BlindFile, BlindDecision],
  controllers: [SlotsController, AnonymousReviewController, BlindFilesController],
  providers: [SlotStore, HoldBlocSlots, OpenSlots, HoldOpenSlot, GiveSlotCode, RevokeSlot, ReadSlots, KnockAtSlot, HoldSlot, DeclareInSlot, KeepSlotSheet, ReadSlot, ReadOwed, ReadNames, ShowFiles, BlindFileStore, PrepareBlindFiles, HoldBlindFiles, ReadBlindFiles, FindBlindFile, DecideBlindFile, LookThroughApplication, TellOfWithheld, LookThroughFiles, LookThroughOpenedStage],
};

/** What belongs to sheets once they are written: locks, histories, receipts. */
export const SHEET_PARTS = {
  entities: [SheetReopening],
  controllers: [OwnSheetsController, SheetsController, PublicReceiptsController, TranslationController],
  providers: [ReopeningStore, HoldHandedIn, RecordReopening, AskReopening, DecideReopening, WriteAbstention, Abstain, TellVersions, ReadHistory, ReadReceipt, CheckReceipt, ReadReopenings, VerifySheets, TranslateApplication],
};

/** Equals whom no score parts: the lot and the committee. */
export const TIE_PARTS = {
  entities: [TieDecision],
  controllers: [TiesController],
  providers: [TieStore, HoldTie, RecordTie, DrawLots, OrderByCommittee, NameEquals, ReadTies],
};

/** Guest judges, who score on paper. */
export const PAPER_PARTS = {
  entities: [PaperSheet, PaperEntry],
  controllers: [PaperSeatsController, PaperController],
  providers: [
    PaperStore, HoldPaperSeat, HoldPaper, KeepScan, DeclareOnPaper, RecordReadOnPaper, HandInPaper, EnterPaper, GatherPaper, IssueCodes, ShowPages, PrintPaper,
    DownloadPaperForm, UploadPaperForm, MarkPaper, ReadPaperRows, ReadPaperMarks, ReadPaperSeats, ReadPaperSheet, OpenScan,
  ],
};

/** Blocs that vote by ranked ballot. */
export const BALLOT_PARTS = { controllers: [BallotController], providers: [HoldBallot, WriteBallot, CastBallot, ReadBallot] };

/** What stands around the sheets and never counts: the panel's talk, forms, calibration, analysis, feedback. */
export const AROUND_PARTS = {
  controllers: [OwnCalibrationController, CalibrationController, FormsController, OutsideImportController, RoomController, ReadingsController, AnalysisController, FeedbackController],
  providers: [
    TalkStore, HoldRoom, ReadRoom, KeepMessage, SayInRoom, ReadingNotes, RecordReading, DownloadForm, UploadForm, OutsideTemplate, ImportOutsideScores,
    RecheckStore, HoldSealed, ReadRecheck, RecordRecheck, ReadAnalysed, AnalyseScores, FeedbackStore, MeasureFeedback, ReadFeedback, RecordFeedback, EditFeedback,
    CalibrationStore, ReadCalibration, RecordCalibration, SetCalibration, HoldCalibration, ShowPast, Calibrate,
  ],
};

/** Hidden data that two people open in an emergency. */
export const EMERGENCY_PARTS = {
  entities: [EmergencyAccess, EmergencyReading],
  controllers: [EmergencyController, BlindEmergencyController],
  providers: [EmergencyStore, TellTooNear, HoldEmergency, RecordEmergency, LodgeEmergency, AskForSheets, AskForApplicant, SettleEmergency, GatherEmergencies, ReadEmergencies, Uncover, RecordLook, LookInEmergency, RemindOfEmergencies],
};
