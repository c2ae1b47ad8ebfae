import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { refused, say } from '#libs/errors';
import { Mailer, checkMail, messageIdOf } from './mailer.js';
import type { Mail, Sender, SentMail } from './mailer.js';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465); otherwise STARTTLS is demanded unless `allowPlain`. */
  readonly secure: boolean;
  /** Sends without encryption: for a relay on the same machine only. */
  readonly allowPlain?: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly sender: Sender;
}

/** An answer of the 500s means that a second attempt would end the same way (RFC 5321, section 4.2.1). */
const isFinal = (error: unknown): boolean => {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500;
};

/** Sends through an SMTP server, with at most five connections kept open. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(private readonly settings: SmtpSettings) {
    super();
    const { host, port, secure, user, password } = settings;
    const plain = settings.allowPlain === true;
    this.transport = createTransport({
      host,
      port,
      secure,
      pool: true,
      maxConnections: 5,
      requireTLS: !secure && !plain,
      ignoreTLS: plain,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // A letter is made of the given texts alone; nothing is fetched into it.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send(mail: Mail): Promise<SentMail> {
    checkMail(mail);
    const { sender } = this.settings;
    const messageId = messageIdOf(mail.key, sender);
    const { to, subject, text, html } = mail;
    try {
      await this.transport.sendMail({
        from: { name: sender.name, address: sender.address },
        to: { name: '', address: to },
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId,
        // Keeps holiday notices of the recipients from answering a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw isFinal(error) ? this.refusal(error) : error;
    }
    return { messageId };
  }

  /** Closes the kept connections; letters under way are finished first. */
  close(): void {
    this.transport.close();
  }

  private refusal(cause: unknown): Error {
    const answer = String((cause as { responseCode?: number }).responseCode);
    return refused('mail.refused', say('收件方拒收邮件', 'The receiving side refused the letter'), { answer });
  }
}
