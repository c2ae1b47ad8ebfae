import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { PanelSeat } from '../domain/score-sheet.js';

export class SeatView {
  @Shown() id: string;
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @Shown() accountId: string;
  @Shown() alias: string;
  @Shown() status: string;
  /** Why she left the panel. */
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown() seatedAt: Date;
  @Shown({ description: '特邀评委，无账号，纸质评分 a guest without an account, who scores on paper' }) onPaper: boolean;

  static of({ id, stageKey, blocKey, accountId, alias, status, reason, seatedAt, onPaper }: PanelSeat): SeatView {
    return { id, stageKey, blocKey, accountId, alias, status, reason, seatedAt, onPaper };
  }
}

/** A seat with the name of whoever sits on it. */
export class NamedSeatView extends SeatView {
  @Shown() name: string;
}

/** Somebody who may be seated, with what speaks for and against it. */
export class PoolMemberView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ type: [String], description: '评审角色所在单位 the places of her judge’s roles' }) places: string[];
  @Shown({ type: [String], enum: ['expert', 'roadshow_judge'] }) roles: string[];
  @Shown({ type: [String], description: '本人所在组织申报的项目 applications of her own organisations' }) ownApplications: string[];
  /** As she says; null before she has filled in her profile. */
  @Shown({ nullable: true, type: String }) employer: string | null;
  @Shown({ type: [String] }) topics: string[];
  @Shown({ description: '本地及下级的履职次数 panels she has sat on in calls that the reader watches' }) duties: number;
  @Shown({ nullable: true, type: Number, description: '这些履职评分的均值 mean of her performance on them' }) performance: number | null;
  /** An occupation that the money route bars from every panel of the call with such a rule. */
  @Shown() barred: boolean;
}

/** A value that no judge gives, and from which source. */
export class OutsideSourceView {
  @Shown() source: string;
  @ShownSentence() title: Sentence;
  @Shown({ enum: ['bloc', 'bonus'] }) kind: string;
  @Shown() max: number;
}

export class OutsideValueView {
  @Shown() applicationId: string;
  @Shown() source: string;
  @Shown() value: string;
  @Shown() note: string;
  @Shown() recordedAt: Date;
}

export class OutsideApplicationView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
}

export class OutsideScoresView {
  @Shown({ type: [OutsideSourceView] }) sources: OutsideSourceView[];
  @Shown({ type: [OutsideApplicationView], description: '正在评审的申报 what is being judged' }) applications: OutsideApplicationView[];
  @Shown({ type: [OutsideValueView] }) values: OutsideValueView[];
}

export class DrawnPersonView {
  @Shown() accountId: string;
  @Shown() name: string;
}

/** A draw from the pool, committed to before its public number was known. */
export class PanelDrawView {
  @Shown() id: string;
  @Shown() count: number;
  @Shown({ description: '公开数字的来源 where the public number comes from' }) source: string;
  /** SHA-256 of `panel-draw-v1|secret`. */
  @Shown() commitment: string;
  @Shown() committedAt: Date;
  @Shown() committedBy: string;
  @Shown({ type: [DrawnPersonView] }) pool: DrawnPersonView[];
  @Shown({ nullable: true, type: String }) publicValue: string | null;
  @Shown({ nullable: true, type: Date }) revealedAt: Date | null;
  @Shown({ nullable: true, type: String }) secret: string | null;
  /** SHA-256 of `panel-draw-v1|secret|public number`; people are ordered by SHA-256 of `seed|code`. */
  @Shown({ nullable: true, type: String }) seed: string | null;
  @Shown({ type: [DrawnPersonView] }) drawn: DrawnPersonView[];
  @Shown({ type: [DrawnPersonView], description: '候补，按次序 who follows, in order' }) alternates: DrawnPersonView[];
}
