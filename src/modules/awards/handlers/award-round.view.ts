import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { BoardMoneyView } from './allocation.view.js';

/** A step of the round, with the reason against it. */
export class AwardMoveView {
  @Shown({ enum: ['decide', 'announce', 'correct', 'confirm'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

/** How far the awarding of a call has come, and what brings it on. */
export class AwardRoundView {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() callStatus: string;
  @ShownSentence() callLabel: Sentence;
  @Shown({ description: '已定结果 the result is decided' }) decided: boolean;
  @Shown({ type: Date, nullable: true }) decidedAt: Date | null;
  @Shown({ type: String, nullable: true }) decidedBy: string | null;
  @Shown({ type: String, nullable: true, description: '排名清单的 SHA-256 of the ranking’s manifest' }) manifestHash: string | null;
  @Shown() poolFen: number;
  @Shown({ type: Number, nullable: true, description: '立项总数上限 the most awards; null without a limit' }) maxAwards: number | null;
  @Shown({ description: '立项所占金额 what the awards hold of the pool' }) grantedFen: number;
  @Shown({ type: [BoardMoneyView], description: '各板块的资金；无板块为空 the money of each board' }) boards: BoardMoneyView[];
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态数目 awards in each status' }) awards: Record<string, number>;
  @Shown() openObjections: number;
  @Shown({ type: [AwardMoveView] }) moves: AwardMoveView[];
}
