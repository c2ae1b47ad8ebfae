import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Extension } from '../domain/extension/extension.js';
import { extensionLifecycle, type ExtensionContext } from '../domain/extension/extension-lifecycle.js';
import { filled, PossibleView } from './possible.view.js';

export class ExtensionMoveView {
  @Shown({ enum: ['confirm', 'decline', 'withdraw'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

/** A proposed or decided extension of the deadline, with what this reader may do with it. */
export class ExtensionView {
  @Shown() id: string;
  @Shown({ enum: ['proposed', 'confirmed', 'declined', 'withdrawn'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown() formerClosesAt: Date;
  @Shown() closesAt: Date;
  @Shown({ description: '其后各阶段一并顺延 the later stages move by as many days' }) movesLater: boolean;
  @Shown() reason: string;
  @Shown({ nullable: true, type: String }) proposedByName: string | null;
  @Shown() proposedAt: Date;
  @Shown({ nullable: true, type: String }) decidedByName: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String, description: '不同意的原因 why it was declined' }) answer: string | null;
  @Shown({ type: [ExtensionMoveView] }) moves: ExtensionMoveView[];

  static of(extension: Extension, context: ExtensionContext, names: ReadonlyMap<string, string>): ExtensionView {
    const { id, status, formerClosesAt, closesAt, movesLater, reason, proposedBy, proposedAt, decidedBy, decidedAt, answer } = extension;
    return {
      id, status, label: extensionLifecycle.label(status), formerClosesAt, closesAt, movesLater, reason, proposedByName: names.get(proposedBy) ?? null, proposedAt,
      decidedByName: names.get(decidedBy ?? '') ?? null, decidedAt, answer, moves: movesOf(extension, context),
    };
  }
}

const movesOf = (extension: Extension, context: ExtensionContext): ExtensionMoveView[] =>
  extensionLifecycle.possible(extension, { ...context, answer: 'given with the move' }).map(({ move, label, verdict }) =>
    (verdict.allowed ? { move, label, allowed: true } : { move, label, allowed: false, reason: filled(verdict.sentence, verdict.facts) }));

/** The extensions of a call, newest first, and whether one may be proposed now. */
export class ExtensionsView {
  @Shown() proposing: PossibleView;
  @Shown({ type: [ExtensionView] }) items: ExtensionView[];
}
