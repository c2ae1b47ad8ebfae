import { Shown, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { PanelSeat, ScoreSheet, SealedRankingRow } from '../domain/score-sheet.js';

export class SeatView {
  @Shown() id: string;
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @Shown() accountId: string;
  @Shown() alias: string;
  @Shown() status: string;

  static of({ id, stageKey, blocKey, accountId, alias, status }: PanelSeat): SeatView {
    return { id, stageKey, blocKey, accountId, alias, status };
  }
}

/** One application in a judge's queue. */
export class TaskView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  /** The number where judging is blind, else the project's name. */
  @Shown() name: string;
  @Shown({ nullable: true, type: String, enum: ['none', 'has', 'unsure'] }) conflict: string | null;
  @Shown({ nullable: true, type: String, enum: ['draft', 'submitted', 'void'] }) status: string | null;
  /** Whether it can be scored at this moment. */
  @Shown() open: boolean;
}

/** What one seat has to judge. */
export class QueueView {
  @Shown() seatId: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @Shown() live: boolean;
  @Shown({ enum: ['waiting', 'open', 'sealed'] }) stage: string;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown() submitted: number;
  @Shown({ description: '应评份数（不含回避） sheets due, without those stepped aside from' }) due: number;
  @Shown({ type: [TaskView] }) tasks: TaskView[];
}

export class SheetView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  @Shown() version: number;
  @Shown({ nullable: true, type: String }) status: string | null;
  @Shown({ type: Object }) entries: object;
  @Shown() comment: string;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  /** The judge's receipt: what it commits to can be proved later, and tells nothing now. */
  @Shown({ nullable: true, type: String }) commitment: string | null;

  static of(seatId: string, applicationId: string, sheet: ScoreSheet | null): SheetView {
    const { version = 0, status = null, entries = {}, comment = '', submittedAt = null, commitment = null } = sheet ?? {};
    return { seatId, applicationId, version, status, entries, comment, submittedAt, commitment };
  }
}

/** The sheet with what is judged beside it. */
export class JudgingView extends SheetView {
  @Shown({ nullable: true, type: String }) conflict: string | null;
  @Shown() open: boolean;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown({ enum: ['open', 'single', 'double'] }) blind: string;
  @Shown({ type: Object, description: '评分指标 the criteria' }) criteria: object[];
  /** Null until no conflict has been declared. */
  @Shown({ nullable: true, type: Object }) application: object | null;
}

export class ProgressRow {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() submitted: number;
  @Shown() due: number;
  @Shown() recused: number;
}

export class JudgeProgress extends SeatView {
  @Shown() name: string;
  @Shown() submitted: number;
  @Shown() due: number;
}

/** Who has handed in how much; never what. */
export class ProgressView {
  @Shown({ enum: ['waiting', 'open', 'sealed'] }) status: string;
  @Shown({ type: [JudgeProgress] }) judges: JudgeProgress[];
  @Shown({ type: [ProgressRow] }) applications: ProgressRow[];
  @Shown({ type: Object, description: '尚存缺漏 what is lacking for a ranking' }) gaps: object[];
  @Shown({ type: Object, description: '待核定的利益冲突 conflicts to be settled' }) unsure: object[];
}

export class RankingView {
  @Shown() id: string;
  @Shown({ nullable: true, type: String }) stageKey: string | null;
  @Shown({ description: 'SHA-256 of the manifest' }) hash: string;
  @Shown() sealedAt: Date;
  @Shown({ type: Object }) manifest: object;

  static of({ id, stageKey, hash, sealedAt, manifest }: SealedRankingRow): RankingView {
    return { id, stageKey, hash, sealedAt, manifest: JSON.parse(manifest) as object };
  }
}
