import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

export const WAIT_KINDS = ['appeal', 'disagreement', 'correction_overdue', 'supplement_overdue', 'supplement_answered', 'files'] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

/** One application of which something waits for a screener or an officer. */
export class ScreeningWaitView {
  @Shown({ description: '申报 the application' }) id: string;
  @Shown({ enum: WAIT_KINDS }) kind: WaitKind;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown() callNumber: string;
  @Shown({ description: '何时起等待；逾期的为期限 since when it waits; of what is late, when it was due' }) at: Date;
  @Shown({ type: 'integer', nullable: true, description: '有分歧的条件数或未查毒的文件数 rules in dispute, or files that nobody could scan' }) count: number | null;
  @ShownSentence({ nullable: true, description: '须由他人办理的原因 why somebody else must do it' }) refusal: Sentence | null;
}
