import { Mailer, checkMail, messageIdOf } from './mailer.js';
import type { Mail, Sender, SentMail } from './mailer.js';

/** A letter as it would have gone out. */
export interface KeptMail extends Mail {
  readonly messageId: string;
  readonly from: Sender;
}

/** Where letters are kept instead of being sent: a table behind a page, or a list in a test. */
export interface SentMailSink {
  /** Keeps a letter; a second one with the same `messageId` replaces the first or is ignored. */
  keep(mail: KeptMail): Promise<void>;
}

/** For work without a mail server: every letter is kept, none leaves the machine. */
export class DevelopmentMailer extends Mailer {
  constructor(
    private readonly sink: SentMailSink,
    private readonly sender: Sender,
  ) {
    super();
  }

  override async send(mail: Mail): Promise<SentMail> {
    checkMail(mail);
    const messageId = messageIdOf(mail.key, this.sender);
    await this.sink.keep({ ...mail, messageId, from: this.sender });
    return { messageId };
  }
}
