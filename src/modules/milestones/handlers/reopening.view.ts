import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** A request to take an acceptance back, and what became of it. */
export class ReportReopeningView {
  @Shown() id: string;
  @Shown() reason: string;
  @Shown({ nullable: true, type: String, description: '原验收人 whose acceptance it was' }) acceptedBy: string | null;
  @Shown() acceptedAt: Date;
  @Shown({ nullable: true, type: String }) askedBy: string | null;
  @Shown() askedAt: Date;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: Boolean, description: '是否同意；未决定时为空 null while it waits' }) granted: boolean | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ description: '由读者提出 the reader asked for it' }) own: boolean;
  @Shown({ description: '读者可以决定 the reader may decide it' }) decidable: boolean;
  @ShownSentence({ nullable: true, description: '现在不能同意的原因 why it cannot be granted now' }) refusal: Sentence | null;
}

/** One that waits for the reader as the second person. */
export class WaitingReopeningView {
  @Shown() id: string;
  @Shown() milestoneId: string;
  @ShownSentence() title: Sentence;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ nullable: true, type: String }) askedBy: string | null;
  @Shown() askedAt: Date;
}
