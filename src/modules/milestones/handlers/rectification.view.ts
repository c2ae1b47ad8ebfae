import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { RECTIFICATION_STATUSES } from '../domain/rectification.js';
import { EvidenceFileView } from './milestone.view.js';

/** A project that is being mended, in a list. */
export class RectificationRow {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() projectNumber: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ description: '须整改的内容 what is to be mended' }) demand: string;
  @Shown() dueOn: string;
  @Shown({ enum: RECTIFICATION_STATUSES }) status: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '已过期未交 past its day and nothing handed in' }) late: boolean;
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;
}

/** A move, allowed or with the reason against it. */
export class RectificationMoveView {
  @Shown({ enum: ['answer', 'accept', 'return'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

export class RectificationView extends RectificationRow {
  @ShownSentence({ nullable: true, description: '所依据的评估 the evaluation that it follows' }) evaluation: Sentence | null;
  @ShownSentence({ isArray: true, description: '逾期或不合格的后果，按规则书 what follows otherwise, by the rules' }) otherwise: Sentence[];
  @Shown({ nullable: true, type: String }) orderedBy: string | null;
  @Shown() orderedAt: Date;
  @Shown({ nullable: true, type: String }) answer: string | null;
  @Shown({ type: [EvidenceFileView] }) files: EvidenceFileView[];
  @Shown({ nullable: true, type: String }) answeredBy: string | null;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ type: [RectificationMoveView] }) moves: RectificationMoveView[];
}
