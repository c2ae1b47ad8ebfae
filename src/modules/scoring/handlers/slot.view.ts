import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { JudgingView } from './judging.view.js';

/** What whoever holds the link reads: no queue, no panel, one application and its sheet. */
export class SlotJudgingView extends JudgingView {
  @Shown({ description: '公布评分时用的代号 the name under which the sheet is published' }) alias: string;
  @Shown() until: Date;
  @Shown({ description: '是否计入得分 whether it counts' }) counts: boolean;
}

/** What an anonymous reader said, shown to staff once the stage is sealed. */
export class SlotOpinionView {
  @Shown({ nullable: true, type: String }) total: string | null;
  @Shown() comment: string;
}

/** A slot as staff see it: how it stands, never who holds it nor when it was used. */
export class ReviewSlotView {
  @Shown() id: string;
  @Shown() alias: string;
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() until: Date;
  @Shown({ enum: ['waiting', 'reading', 'handed_in', 'aside', 'expired', 'revoked'] }) standing: string;
  @Shown({ description: '评审码已发放 a code was given' }) coded: boolean;
  @Shown({ description: '链接由读者开放，不能由其发放评审码 the reader opened it, and cannot give its code' }) openedByMe: boolean;
  @Shown({ nullable: true, type: String }) revokedWhy: string | null;
  @Shown({ nullable: true, type: SlotOpinionView }) opinion: SlotOpinionView | null;
}

export class SlotChoiceView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ description: '还可开放几份 how many more may be opened' }) left: number;
}

/** The slots of one bloc, and whether more may be opened. */
export class BlocSlotsView {
  @Shown({ description: '每项申报最多几份，0 为不设 at most so many for one application; 0: the rulebook has none' }) most: number;
  @Shown() counts: boolean;
  @ShownSentence({ nullable: true }) refusal: Sentence | null;
  @Shown({ type: [SlotChoiceView] }) choices: SlotChoiceView[];
  @Shown({ type: [ReviewSlotView] }) slots: ReviewSlotView[];
}

/** The second half of a review link. */
export class SlotCodeView {
  @Shown({ description: '只显示这一次 told this once' }) code: string;
}

/** A slot that was just opened. Its token is told this once. */
export class OpenedSlotView {
  @Shown() id: string;
  @Shown() alias: string;
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() until: Date;
  @Shown({ description: '只显示这一次 told this once' }) token: string;
}
