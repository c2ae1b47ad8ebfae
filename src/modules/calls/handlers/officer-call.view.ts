import type { Sentence } from '#libs/errors';
import { Shown, ShownAs, ShownSentence } from '#libs/http';
import type { Call, CallHistory, CallRulebook } from '../domain/call.js';
import { callLifecycle, type CallMove } from '../domain/call-lifecycle.js';
import type { NextDate } from '../domain/next-date.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallRow, MoveView, RulebookChangeView, RulebookProblemView, RulebookVersionView } from './call.view.js';
import { PossibleView } from './possible.view.js';

/** The next date of the round's plan that lies ahead. */
export class NextDateView {
  @ShownSentence({ description: '阶段 the stage' }) stage: Sentence;
  @Shown({ enum: ['opens', 'closes'] }) edge: string;
  @Shown() at: Date;
}

export class OfficerCallRow extends CallRow {
  @Shown({ nullable: true, type: NextDateView }) next: NextDate | null;
}

export class CallPage {
  @Shown({ type: [OfficerCallRow] }) items: OfficerCallRow[];
  @Shown({ required: false, type: String }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态批次数 how many stand in each status' }) counts: Record<string, number>;
}

/** Another call of the same family: the one that is supplemented, or one that supplements. */
export class CallLinkView {
  @Shown() id: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @ShownSentence() label: Sentence;

  static of({ id, number, title, status }: Call): CallLinkView {
    return { id, number, title, label: callLifecycle.label(status) };
  }
}

export class ChangingRulesView extends PossibleView {
  @Shown({ description: '修改须说明原因并公布 a change needs a reason, which is published' }) needsReason: boolean;
}

/** A call as its organiser sees it. */
export class OfficerCallView extends OfficerCallRow {
  @ShownAs('Rulebook') rulebook: object;
  @Shown() rulebookHash: string;
  @Shown({ type: [RulebookProblemView] }) problems: RulebookProblemView[];
  @Shown({ type: [MoveView] }) moves: MoveView[];
  @Shown() changingRules: ChangingRulesView;
  @Shown({ description: '补充征集 a supplementary call' }) supplementing: PossibleView;
  @Shown({ nullable: true, type: CallLinkView, description: '所补充的批次 the call it supplements' }) parent: CallLinkView | null;
  @Shown({ nullable: true, type: CallLinkView, description: '复制自此批次的规则 the call whose rules it was begun with' }) copiedFrom: CallLinkView | null;
  @Shown({ type: [CallLinkView], description: '补充征集 its supplementary calls' }) supplements: CallLinkView[];
}

/** What a change of the rules would do, before it is kept. */
export class RulebookPreviewView extends PossibleView {
  @Shown({ type: [RulebookChangeView] }) changes: RulebookChangeView[];
  @Shown({ type: [RulebookProblemView] }) problems: RulebookProblemView[];
}

/** A published programme whose encoded rules a new call can begin with. */
export class TemplateView {
  @Shown() code: string;
  @ShownSentence() title: Sentence;
  @Shown() year: number;
  @Shown({ description: '分 fen' }) poolFen: number;
  @Shown({ nullable: true, type: Number }) awards: number | null;
  @Shown({ type: 'integer', description: '题目数 how many questions its form asks' }) questions: number;

  static of({ code, title, year, money, form }: Rulebook): TemplateView {
    const questions = form.sections.reduce((sum, section) => sum + section.questions.length, 0);
    return { code, title, year, poolFen: money.poolFen, awards: money.awards, questions };
  }
}

export class OfficerVersionView extends RulebookVersionView {
  @Shown() madeBy: string;
  @Shown({ nullable: true, type: String, description: '空为系统 null for the platform itself' }) madeByName: string | null;

  static named(row: Omit<CallRulebook, 'rulebook'>, names: ReadonlyMap<string, string>): OfficerVersionView {
    return { ...RulebookVersionView.of(row), madeBy: row.madeBy, madeByName: names.get(row.madeBy) ?? null };
  }
}

export class CallHistoryView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @Shown() fromStatus: string;
  @Shown() toStatus: string;
  @ShownSentence({ description: '之后的状态 the status after it' }) status: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown() rulebookVersion: number;
  @Shown() actorId: string;
  @Shown({ nullable: true, type: String, description: '空为系统 null for the platform itself' }) actorName: string | null;
  @Shown() at: Date;

  static named({ move, fromStatus, toStatus, reason, rulebookVersion, actorId, at }: CallHistory, names: ReadonlyMap<string, string>): CallHistoryView {
    const { label } = callLifecycle.table.moves[move as CallMove];
    return { move, label, fromStatus, toStatus, status: callLifecycle.label(toStatus), reason, rulebookVersion, actorId, actorName: names.get(actorId) ?? null, at };
  }
}
