import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

export class MovedRankView {
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ nullable: true, type: Number }) before: number | null;
  @Shown({ nullable: true, type: Number }) after: number | null;
  @Shown({ nullable: true, type: String }) totalBefore: string | null;
  @Shown({ nullable: true, type: String }) totalAfter: string | null;
}

export class NamedProjectView {
  @Shown() number: string;
  @Shown() projectName: string;
}

/** A conflict told after the sealing. */
export class CorrectionView {
  @Shown() id: string;
  @Shown() alias: string;
  @Shown() judgeName: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() reason: string;
  @Shown() toldBy: string;
  @Shown() toldAt: Date;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: Boolean }) granted: boolean | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ nullable: true, type: String, enum: ['sealed_again', 'joined_later', 'reopened'] }) effect: string | null;
  /** Whose rank or score would change; empty once it is decided. */
  @Shown({ type: [MovedRankView] }) moved: MovedRankView[];
  /** Who joins the next stage, which has begun, or has joined it. */
  @Shown({ type: [NamedProjectView] }) joins: NamedProjectView[];
  /** Who stays in the next stage although the corrected ranking would not bring them there. */
  @Shown({ type: [NamedProjectView] }) stays: NamedProjectView[];
  /** Why it cannot be granted by the reader now; null when it can. */
  @ShownSentence({ nullable: true }) refusal: Sentence | null;
}

export class TellableSheetView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  @Shown() label: string;
}

export class CorrectionsView {
  @Shown({ type: [CorrectionView] }) corrections: CorrectionView[];
  /** Counted sheets of the sealed stage, for whoever has learnt of a conflict behind one. */
  @Shown({ type: [TellableSheetView] }) sheets: TellableSheetView[];
}
