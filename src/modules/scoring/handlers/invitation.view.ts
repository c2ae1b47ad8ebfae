import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

const STATES = ['invited', 'accepted', 'declined', 'withdrawn'];

/** An invitation as officers follow it. */
export class PanelInvitationView {
  @Shown() id: string;
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown({ enum: STATES }) status: string;
  @Shown() replyBy: Date;
  @Shown() invitedAt: Date;
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;
  /** Why she declined. */
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ nullable: true, type: Date }) remindedAt: Date | null;
}

/** An invitation as the expert reads it, before she knows any application. */
export class OwnInvitationView {
  @Shown() id: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ enum: STATES }) status: string;
  @Shown() replyBy: Date;
  @Shown({ nullable: true, type: String }) opensAt: string | null;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  /** Whether she can still answer. */
  @Shown() open: boolean;
}

/** An application as a member of the panel may wish for it, before it is assigned; nothing that tells whose it is where judging is blind. */
export class WishView {
  @Shown() applicationId: string;
  @Shown() name: string;
  @ShownSentence() category: Sentence;
  @Shown({ nullable: true, type: String, enum: ['eager', 'willing', 'reluctant'] }) wish: string | null;
}

export class WishesView {
  @Shown() seatId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  /** False once the assignment stands or the stage is sealed. */
  @Shown() open: boolean;
  @Shown({ type: [WishView] }) applications: WishView[];
}
