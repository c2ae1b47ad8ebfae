import { createHash } from 'node:crypto';
import { invalid, say } from '#libs/errors';
import type { Sentence } from '#libs/errors';

/** One letter to one person: a list of recipients would show them to each other. */
export interface Mail {
  /**
   * Names the reason for the letter, once and for all (`award-notice:0192…`): letters, digits and
   * `. _ : -`, at most 200. The same key always gives the same Message-ID.
   */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export interface SentMail {
  readonly messageId: string;
}

/** From whom every letter comes. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * Hands letters over. Delivery is at least once: a caller that was interrupted sends again with the same
 * key, and mail systems on the way may drop the second by its Message-ID.
 */
export abstract class Mailer {
  /**
   * Throws `mail.malformed` for a letter that must not be sent, `mail.refused` when the receiving side
   * refuses it for good; any other error is a failure of the moment and worth another attempt.
   */
  abstract send(mail: Mail): Promise<SentMail>;
}

const ADDRESS = /^([A-Za-z0-9._%+-]+)@((?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+)$/;
const LONGEST = { address: 254, name: 64, label: 63 } as const;
const KEY = /^[A-Za-z0-9_-]+(?:[.:][A-Za-z0-9_-]+)*$/;
const MAX_SUBJECT = 200;

const malformed = (path: string, sentence: Sentence): Error =>
  invalid('mail.malformed', sentence, { problems: [{ path, code: 'mail.malformed', sentence }] });

/** True for one plain address without a display name. */
export function isMailAddress(text: string): boolean {
  const [, name, host] = (text.length <= LONGEST.address && ADDRESS.exec(text)) || [];
  if (!name || !host || name.length > LONGEST.name) return false;
  return host.split('.').every((label) => label.length <= LONGEST.label && !label.startsWith('-') && !label.endsWith('-'));
}

/**
 * Throws `mail.malformed` when a part that becomes a header could carry another header: line ends and
 * control characters are refused, never cleaned, for a letter that tries is not an honest one.
 */
export function checkMail(mail: Mail): void {
  if (!isMailAddress(mail.to)) throw malformed('to', say('邮箱地址不正确', 'The mail address is not valid'));
  if (mail.key.length > 200 || !KEY.test(mail.key)) {
    throw malformed('key', say('邮件标识不正确', 'The key of the letter is not valid'));
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(mail.subject) || mail.subject.trim() === '' || mail.subject.length > MAX_SUBJECT) {
    throw malformed('subject', say('邮件主题不正确', 'The subject of the letter is not valid'));
  }
}

/**
 * The Message-ID of a key (RFC 5322, section 3.6.4). A colon may not stand there and becomes a slash,
 * which a key cannot contain; so two keys never meet. Local parts over 64 characters are hashed.
 */
export function messageIdOf(key: string, sender: Sender): string {
  const plain = key.replaceAll(':', '/');
  const local = plain.length <= 64 ? plain : `sha256/${createHash('sha256').update(key).digest('base64url')}`;
  return `<${local}@${sender.address.slice(sender.address.indexOf('@') + 1)}>`;
}
