import type { Verdict } from '#libs/access';
import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { DocumentView } from '#modules/documents';
import type { Appeal, Supplement } from '../domain/screening/dialogue.js';
import type { ScreeningClock } from '../domain/screening/screening-clock.js';

type Files = ReadonlyMap<string, DocumentView>;
type Names = ReadonlyMap<string, string>;

const filesOf = (ids: readonly string[], files: Files): DocumentView[] => ids.flatMap((id) => files.get(id) ?? []);

export class PermittedView {
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;

  static of(verdict: Verdict): PermittedView {
    return verdict.allowed ? { allowed: true } : { allowed: false, reason: say(tell(verdict.sentence, verdict.facts ?? {}, 'zh'), tell(verdict.sentence, verdict.facts ?? {}, 'en')) };
  }
}

export class SupplementView {
  @Shown() id: string;
  @Shown() request: string;
  @Shown() askedAt: Date;
  @Shown() dueAt: Date;
  @Shown({ enum: ['awaited', 'answered', 'withdrawn', 'lapsed'] }) state: string;
  @Shown({ nullable: true, type: String }) answer: string | null;
  @Shown({ type: [DocumentView] }) files: DocumentView[];
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;

  static of(supplement: Supplement, files: Files, now: Date): SupplementView {
    const { id, request, askedAt, dueAt, answer, answeredAt, documentIds } = supplement;
    return { id, request, askedAt, dueAt, answer, answeredAt, files: filesOf(documentIds, files), state: stateOf(supplement, now) };
  }
}

function stateOf(supplement: Supplement, now: Date): string {
  if (supplement.answeredAt !== null) return 'answered';
  if (supplement.withdrawnAt !== null && supplement.withdrawnAt < supplement.dueAt) return 'withdrawn';
  return supplement.isAwaited(now) ? 'awaited' : 'lapsed';
}

export class AppealView {
  @Shown() id: string;
  @Shown({ enum: ['lodged', 'upheld', 'dismissed'] }) status: string;
  @Shown() grounds: string;
  @Shown({ type: [DocumentView] }) files: DocumentView[];
  @Shown() lodgedAt: Date;
  @Shown({ nullable: true, type: String }) decision: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ nullable: true, type: String, description: '仅工作人员可见 shown to staff only' }) decidedBy: string | null;
  @Shown({ type: PermittedView, description: '读者能否处理 whether the reader may decide it' }) deciding: PermittedView;

  static of({ id, status, grounds, documentIds, lodgedAt, decision, decidedAt, decidedBy }: Appeal, files: Files, names: Names, deciding: Verdict): AppealView {
    return { id, status, grounds, files: filesOf(documentIds, files), lodgedAt, decision, decidedAt, decidedBy: decidedBy && (names.get(decidedBy) ?? null), deciding: PermittedView.of(deciding) };
  }
}

/** One ground of a refusal: the rule in the words of the notice, and what was found. */
export class RefusalGroundView {
  @ShownSentence() rule: Sentence;
  @Shown() found: string;
}

/** Why an application was refused, and how to appeal. */
export class RefusalView {
  @Shown() at: Date;
  @Shown() reason: string;
  @Shown({ type: [RefusalGroundView] }) grounds: RefusalGroundView[];
  @Shown() appealUntil: Date;
  @Shown({ type: PermittedView }) appealing: PermittedView;
}

export class ScreeningClockView {
  @Shown() dueAt: Date;
  @Shown({ nullable: true, type: Date, description: '停止计时自 since when it stands still' }) pausedSince: Date | null;
  @Shown() overdue: boolean;

  static of({ dueAt, pausedSince, overdue }: ScreeningClock): ScreeningClockView {
    return { dueAt, pausedSince, overdue };
  }
}

/** What is said between the screeners and the applicant beside the form. */
export class DialogueView {
  @Shown({ type: [SupplementView] }) supplements: SupplementView[];
  @Shown({ nullable: true, type: RefusalView }) refusal: RefusalView | null;
  @Shown({ type: [AppealView] }) appeals: AppealView[];
  @Shown({ nullable: true, type: ScreeningClockView, description: '审查期限，规则书未定的为空 null where the rulebook sets no term' }) clock: ScreeningClockView | null;
  @Shown({ type: PermittedView, description: '读者能否要求补充 whether the reader may ask for a supplement' }) asking: PermittedView;
}
