import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { HIDDEN_THINGS } from '../domain/emergency/emergency-access.js';

/** Something that can be done with an access, or the reason against it. */
export class EmergencyMoveView {
  @Shown({ enum: ['grant', 'refuse', 'withdraw', 'close', 'look', 'review'] }) move: string;
  @Shown() allowed: boolean;
  @ShownSentence({ nullable: true }) reason: Sentence | null;
}

/** An emergency access as those read it who asked, decide or review: nothing of what it opens. */
export class EmergencyAccessView {
  @Shown() id: string;
  @Shown({ enum: HIDDEN_THINGS }) thing: string;
  @Shown({ enum: ['asked', 'granted', 'refused', 'withdrawn', 'closed'] }) status: string;
  @ShownSentence() label: Sentence;
  /** Nothing can be read any more. */
  @Shown() over: boolean;
  @Shown() callId: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @Shown() applicationId: string;
  @Shown() number: string;
  /** Null where a blind judge reads her own request: the name could give the applicant away. */
  @Shown({ nullable: true, type: String }) projectName: string | null;
  /** The blind judge's place; null for sheets. */
  @Shown({ nullable: true, type: String }) seatId: string | null;
  @Shown() reason: string;
  @Shown() askedBy: string;
  @Shown() askedAt: Date;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ nullable: true, type: Date }) openUntil: Date | null;
  @Shown({ nullable: true, type: Date }) endedAt: Date | null;
  @Shown({ type: [Date], description: '每次查看的时间 when it was looked at' }) readings: Date[];
  @Shown({ nullable: true, type: String }) reviewedBy: string | null;
  @Shown({ nullable: true, type: Date }) reviewedAt: Date | null;
  @Shown({ nullable: true, type: String }) reviewNote: string | null;
  /** Whether the reader asked for it. */
  @Shown() mine: boolean;
  /** Whether the reader administers the place; her own request she cannot decide all the same. */
  @Shown() mayDecide: boolean;
  @Shown({ type: [EmergencyMoveView] }) moves: EmergencyMoveView[];
}

/** Who stands behind an application. */
export class UncoveredApplicantView {
  @Shown() name: string;
  @Shown() legalRepresentative: string;
  @Shown() address: string;
}

export class UncoveredScoreView {
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) points: string | null;
  @Shown() reason: string;
}

/** One sheet, with whose it is. A draft is only said to be there: it is its judge's own. */
export class UncoveredSheetView {
  /** Null for a review by link: nobody knows whose it is. */
  @Shown({ nullable: true, type: String }) judgeName: string | null;
  @Shown() alias: string;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ enum: ['none', 'draft', 'submitted', 'abstained', 'void'] }) state: string;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @Shown({ type: [UncoveredScoreView] }) scores: UncoveredScoreView[];
  @Shown() comment: string;
}

/** What one look shows. The look itself is on record. */
export class EmergencyLookView {
  @Shown() readAt: Date;
  @Shown() openUntil: Date;
  @Shown() number: string;
  @Shown({ type: [UncoveredApplicantView] }) applicants: UncoveredApplicantView[];
  @Shown({ type: [UncoveredSheetView] }) sheets: UncoveredSheetView[];
}
