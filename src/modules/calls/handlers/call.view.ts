import { yes, type Verdict } from '#libs/access';
import { Shown, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { Call, CallRulebook } from '../domain/call.js';
import { callLifecycle, type CallContext } from '../domain/call-lifecycle.js';
import type { RulebookProblem } from '../domain/rulebook/checks/problem-catalogue.js';
import { filled } from './possible.view.js';

/** What an officer does with a call; the later moves are made by the modules that review, award and run. */
export const OFFICER_MOVES = ['collect_needs', 'publish', 'open', 'close', 'suspend', 'resume', 'cancel'] as const;
export type OfficerMove = (typeof OFFICER_MOVES)[number];

const NEED_REASON: readonly string[] = ['suspend', 'cancel'];

export class MoveView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
  /** Whether the move is to be given a reason, which everybody will read. */
  @Shown() needsReason: boolean;

  /** @param mayAct whether this reader is one who may move it at all */
  static of(call: Call, context: CallContext, mayAct: Verdict = yes): MoveView[] {
    const possible = callLifecycle.possible(call, { ...context, reason: 'given with the move' });
    return possible.flatMap(({ move, label, verdict: judged }) => {
      const verdict = mayAct.allowed ? judged : mayAct;
      const name = move === `resume_${call.suspendedFrom}` ? 'resume' : move;
      if (!(OFFICER_MOVES as readonly string[]).includes(name)) return [];
      const view = { move: name, label, allowed: verdict.allowed, needsReason: NEED_REASON.includes(name) };
      return [verdict.allowed ? view : { ...view, reason: filled(verdict.sentence, verdict.facts) }];
    });
  }
}

export class RulebookProblemView {
  @Shown({ description: '如 scoring.stages.0.weight' }) path: string;
  @Shown() code: string;
  @Shown({ enum: ['error', 'warning'] }) severity: string;
  @ShownSentence() sentence: Sentence;

  static of({ path, code, severity, sentence, facts }: RulebookProblem): RulebookProblemView {
    return { path, code, severity, sentence: filled(sentence, facts) };
  }
}

/** One row of a list. */
export class CallRow {
  @Shown() id: string;
  @Shown() programmeId: string;
  @Shown({ nullable: true, type: String }) parentId: string | null;
  @Shown() nodePath: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ nullable: true, type: Date }) opensAt: Date | null;
  @Shown({ nullable: true, type: Date }) closesAt: Date | null;
  @Shown({ nullable: true, type: Date }) publishedAt: Date | null;
  @Shown() rulebookVersion: number;
  /** To be handed back with a change. */
  @Shown() version: number;

  static of(call: Call): CallRow {
    const { id, programmeId, parentId, nodePath, number, title, status, reason, opensAt, closesAt, publishedAt, rulebookVersion, version } = call;
    return { id, programmeId, parentId, nodePath, number, title, status, label: callLifecycle.label(status), reason, opensAt, closesAt, publishedAt, rulebookVersion, version };
  }
}

export class RulebookVersionView {
  @Shown() version: number;
  @Shown({ description: 'SHA-256 of the canonical JSON (RFC 8785)' }) hash: string;
  @Shown({ nullable: true, type: String }) reason: string | null;
  /** Whether it is an addendum to published rules. */
  @Shown() afterPublication: boolean;
  @Shown() madeAt: Date;

  static of({ version, hash, reason, afterPublication, madeAt }: Omit<CallRulebook, 'rulebook'>): RulebookVersionView {
    return { version, hash, reason, afterPublication, madeAt };
  }
}

export class RulebookReportView {
  @Shown({ description: '可以发布 it could be published' }) sound: boolean;
  @Shown({ type: [RulebookProblemView] }) problems: RulebookProblemView[];
  @Shown({ type: String, nullable: true }) hash: string | null;
}

export class RulebookChangeView {
  @Shown() path: string;
  @Shown({ enum: ['added', 'removed', 'changed', 'reordered'] }) change: string;
  @Shown({ required: false, type: Object }) before?: unknown;
  @Shown({ required: false, type: Object }) after?: unknown;
}
