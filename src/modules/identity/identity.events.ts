import type { Language, Sentence } from '#libs/errors';
import { defineEvent } from '#libs/events';

/** Somebody without an inbox yet, or who cannot open it: told by mail alone. */
export interface MailRecipient {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** Accounts by name, whoever holds a role (at the node or above it, or for a subject), or an address. */
export type Recipients =
  | { readonly accountIds: readonly string[] }
  | { readonly role: string; readonly nodePath?: string; readonly subjectId?: string }
  | { readonly address: MailRecipient };

export interface ToBeTold {
  readonly to: Recipients;
  /** What it is about, such as `application-returned`. `direct-mail` goes to `to.address` and to no inbox. */
  readonly kind: string;
  readonly title: Sentence;
  readonly body: Sentence;
  readonly facts: Record<string, unknown>;
  /** A path on the platform, such as `/applications/…`. */
  readonly link?: string;
  /** Goes with the letter and not into the inbox, such as a copy of what was sent. */
  readonly enclosure?: string;
  /** Telling twice with one key tells once. */
  readonly key: string;
  /** An ISO 8601 instant before which nothing is sent. */
  readonly dueAt?: string;
}

/** People are to be told something: every module tells this, and `notifications` carries it out. */
export const PeopleToBeTold = defineEvent<ToBeTold>('PeopleToBeTold');

export interface DoneStep {
  /** How the keys of the messages that asked for it begin. */
  readonly asked: readonly string[];
  /** An ISO 8601 instant, for a step that may be asked for anew: what came later asks for the next one. */
  readonly until?: string;
}

/** A step that people were asked to do is done, by whichever of them: what asked for it needs nobody's attention any more. */
export const NothingLeftToDo = defineEvent<DoneStep>('NothingLeftToDo');

/** So many people somebody can look over before she sends; whatever goes to more of them waits for a second person. */
export const MOST_UNCONFIRMED = 5;

/** Letters that one person's act sends to several people at once. */
export interface Mailing {
  /** Whose act it was; she cannot confirm it. */
  readonly by: string;
  /** Where it belongs: officers and administrators of the place confirm it. */
  readonly nodePath: string;
  /** What it is, in words, with its facts in place. */
  readonly about: Sentence;
  /** Preparing twice with one key prepares once. */
  readonly key: string;
  readonly letters: readonly ToBeTold[];
}

/** Told in place of `PeopleToBeTold` where a person writes to many: `notifications` sends it at once to a few, and keeps it for a second person otherwise. */
export const MailingPrepared = defineEvent<Mailing>('MailingPrepared');
