import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

export class MailingMoveView {
  @Shown({ enum: ['send', 'drop'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ nullable: true }) reason: Sentence | null;
}

/** Letters to many, as a list shows them. */
export class MailingRowView {
  @Shown() id: string;
  @ShownSentence() about: Sentence;
  @Shown({ description: '收件人数 how many people it goes to' }) people: number;
  @Shown({ enum: ['waiting', 'sent', 'dropped'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown() preparedBy: string;
  @Shown() preparedAt: Date;
  /** Whether the reader prepared it. */
  @Shown() mine: boolean;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String }) note: string | null;
}

export class MailingRecipientView {
  @Shown() name: string;
  @Shown() email: string;
}

/** One letter word for word, with everybody who gets it. */
export class MailingLetterView {
  @ShownSentence() title: Sentence;
  @ShownSentence() body: Sentence;
  @Shown({ type: [MailingRecipientView] }) to: MailingRecipientView[];
}

/** The dry run: who would get what. */
export class MailingView extends MailingRowView {
  @Shown({ type: [MailingLetterView] }) letters: MailingLetterView[];
  @Shown({ type: [MailingMoveView] }) moves: MailingMoveView[];
}
