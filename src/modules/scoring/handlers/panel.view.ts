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

  static of({ id, stageKey, blocKey, accountId, alias, status, reason, seatedAt }: PanelSeat): SeatView {
    return { id, stageKey, blocKey, accountId, alias, status, reason, seatedAt };
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
