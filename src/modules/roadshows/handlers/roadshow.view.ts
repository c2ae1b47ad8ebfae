import type { Sentence } from '#libs/errors';
import { Shown, ShownAs, ShownSentence } from '#libs/http';
import type { RoadshowProtocol } from '#modules/calls';

export class TurnMoveView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
  /** Allowed with a reason that is written down. */
  @Shown() needsReason: boolean;
}

export class TurnView {
  @Shown() id: string;
  @Shown() applicationId: string;
  @Shown({ nullable: true, type: Number }) position: number | null;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ enum: ['waiting', 'presenting', 'questions', 'scoring', 'scored', 'absent'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: Date }) phaseStartedAt: Date | null;
  @Shown({ nullable: true, type: Date }) phaseEndsAt: Date | null;
}

export class ConsoleTurnView extends TurnView {
  @Shown({ nullable: true, type: String }) presenter: string | null;
  @Shown({ nullable: true, type: Date }) signedInAt: Date | null;
  @Shown() overrunSeconds: number;
  @Shown() missed: number;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ description: '已提交评分的评委数 judges who have handed in' }) submitted: number;
  @Shown() due: number;
  @Shown({ type: [String], description: '未提交的评委 who has not' }) waiting: string[];
  @Shown({ type: [String], description: '须回避的评委 who must leave the room' }) recused: string[];
  @Shown({ type: [String], description: '尚未声明利益冲突的评委 who has not declared yet' }) undeclared: string[];
  @Shown({ nullable: true, type: Date, description: '最近一次提交 the last sheet handed in' }) lastSubmittedAt: Date | null;
  @Shown({ type: [TurnMoveView] }) moves: TurnMoveView[];
}

/** What the hall sees: the order, who is on, and the clock. */
export class StageView {
  @Shown() sessionId: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() groupKey: string;
  /** Null where the hall is not divided. */
  @ShownSentence({ nullable: true }) groupTitle: Sentence | null;
  @Shown({ enum: ['planned', 'running', 'closed'] }) status: string;
  @Shown({ nullable: true, type: String }) seed: string | null;
  @Shown({ description: '服务器时间 the server’s time' }) serverTime: Date;
  @Shown({ description: '结束前多少秒提示 a bell so many seconds before the end' }) warningSeconds: number;
  @Shown({ type: [TurnView] }) turns: TurnView[];
}

export class SessionMoveView {
  @Shown() allowed: boolean;
  @ShownSentence({ nullable: true }) reason: Sentence | null;
}

export class CloseMoveView extends SessionMoveView {
  @Shown({ description: '有评分未提交，须写明原因 sheets are missing: allowed with a reason that is written down' }) needsReason: boolean;
}

export class ConsoleView extends StageView {
  @Shown() stageKey: string;
  @Shown({ description: '顺序已定过几次 how often the order was set' }) orderings: number;
  @Shown({ description: '能否主持 whether the reader may host, not only watch' }) mine: boolean;
  @ShownAs('RulebookRoadshow') protocol: RoadshowProtocol;
  @Shown({ type: [String], description: '本场评委 the judges of the hall' }) judges: string[];
  @Shown({ type: SessionMoveView }) start: SessionMoveView;
  @Shown({ type: CloseMoveView }) close: CloseMoveView;
  @Shown({ type: [ConsoleTurnView] }) declare turns: ConsoleTurnView[];
}

/** A roadshow in the list of whoever hosts or watches it. */
export class SessionRowView {
  @Shown() sessionId: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence({ nullable: true }) groupTitle: Sentence | null;
  @Shown({ enum: ['planned', 'running', 'closed'] }) status: string;
  @Shown({ nullable: true, type: String, description: '规则书安排的时间 when the rulebook has it' }) opensAt: string | null;
  @Shown({ nullable: true, type: Date }) startedAt: Date | null;
  @Shown({ nullable: true, type: Date }) closedAt: Date | null;
  @Shown() turns: number;
  @Shown({ description: '已完成或弃权的项目数 turns that are over' }) over: number;
}

/** One project as a judge in the hall meets it: her own standing before it, and nobody else’s. */
export class HallTurnView extends TurnView {
  @Shown() seatId: string;
  @Shown({ nullable: true, type: String, enum: ['none', 'has', 'unsure'] }) conflict: string | null;
  @Shown({ nullable: true, type: String, enum: ['draft', 'submitted', 'void'] }) sheet: string | null;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @Shown({ description: '现在可以评分 it can be scored now' }) open: boolean;
}

/** What a judge’s phone follows: who presents, the clock, and what she still owes. */
export class HallView {
  @Shown() sessionId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence({ nullable: true }) groupTitle: Sentence | null;
  @Shown({ enum: ['planned', 'running', 'closed'] }) status: string;
  @Shown() serverTime: Date;
  @Shown() warningSeconds: number;
  @Shown({ nullable: true, type: String, description: '用选票排序的席位，逐项不打分 the seat that votes by ballot and gives no points' }) ballotSeatId: string | null;
  @Shown({ nullable: true, type: HallTurnView, description: '台上的项目 who is on' }) current: HallTurnView | null;
  @Shown({ nullable: true, type: HallTurnView }) next: HallTurnView | null;
  @Shown({ type: [HallTurnView], description: '仍可评分而未提交的前面项目 earlier ones still open' }) owed: HallTurnView[];
  @Shown({ type: [HallTurnView], description: '尚未声明利益冲突的项目 not declared yet' }) undeclared: HallTurnView[];
  @Shown() turns: number;
  @Shown() over: number;
}
