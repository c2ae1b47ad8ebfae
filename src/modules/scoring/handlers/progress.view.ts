import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { NamedSeatView } from './panel.view.js';
import { PaperMarkView } from './paper.view.js';

export class ProgressRow {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @ShownSentence({ nullable: true, description: '所在板块 its board, where the call has boards' }) board: Sentence | null;
  @Shown() submitted: number;
  @Shown() due: number;
  @Shown() recused: number;
}

export class JudgeProgress extends NamedSeatView {
  @Shown() submitted: number;
  @Shown() due: number;
}

/** One judge before one application, as far as anything has happened there. */
export class CellView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  @Shown({ enum: ['declared', 'draft', 'submitted', 'abstained', 'has', 'unsure', 'elsewhere'] }) state: string;
  @Shown({ nullable: true, type: String }) sheetId: string | null;
  @Shown({ nullable: true, type: Date }) at: Date | null;
  /** Of a sheet that came on paper: who brought it in, and who checked it. */
  @Shown({ nullable: true, type: PaperMarkView }) paper: PaperMarkView | null;
}

/** What is lacking for a ranking. */
export class GapView {
  @Shown() code: string;
  @ShownSentence() sentence: Sentence;
  @Shown({ nullable: true, type: String }) applicationId: string | null;
}

/** A tie between a judge and an application, declared or settled. */
export class ConflictView {
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() judgeName: string;
  @Shown() applicationId: string;
  @Shown({ enum: ['none', 'has', 'unsure'] }) verdict: string;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown() declaredAt: Date;
  /** Whoever settled it; null for a judge's own word. */
  @Shown({ nullable: true, type: String }) settledBy: string | null;
}

/** Who has handed in how much; never what. */
export class ProgressView {
  @Shown({ enum: ['waiting', 'open', 'sealed'] }) status: string;
  @Shown({ type: [JudgeProgress] }) judges: JudgeProgress[];
  @Shown({ type: [ProgressRow] }) applications: ProgressRow[];
  @Shown({ type: [CellView] }) cells: CellView[];
  @Shown({ type: [GapView] }) gaps: GapView[];
  @Shown({ type: [ConflictView], description: '待核定的利益冲突 conflicts to be settled' }) unsure: ConflictView[];
  @Shown({ type: [ConflictView], description: '已声明或核定的利益冲突 conflicts declared, and what staff have settled' }) conflicts: ConflictView[];
}

export class ScoringMoveView {
  @Shown() allowed: boolean;
  @ShownSentence({ nullable: true }) reason: Sentence | null;
}

export class BlocOverview {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ enum: ['expert', 'mass', 'external'] }) kind: string;
  @Shown() weight: number;
  @Shown({ enum: ['open', 'single', 'double'] }) blind: string;
  @Shown({ enum: ['named', 'random'] }) draw: string;
  @Shown({ description: '规则书规定的评委数 judges the rulebook asks for' }) judges: number;
  @Shown() quorum: number;
  @Shown() seated: number;
  @ShownSentence({ isArray: true, description: '评委组成要求 who is to sit on it' }) composition: Sentence[];
}

export class StageOverview {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown() weight: number;
  @Shown({ enum: ['waiting', 'open', 'sealed'] }) status: string;
  @Shown() live: boolean;
  /** Sealing the last one seals the round. */
  @Shown() last: boolean;
  @Shown({ nullable: true, type: String }) opensAt: string | null;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown({ nullable: true, type: Date }) begunAt: Date | null;
  @Shown({ nullable: true, type: Date }) sealedAt: Date | null;
  @Shown() applications: number;
  @Shown() submitted: number;
  @Shown() due: number;
  @Shown() unsure: number;
  @Shown({ description: '尚缺的项数 how much is lacking for a ranking' }) gaps: number;
  @Shown({ type: [BlocOverview] }) blocs: BlocOverview[];
  @Shown({ type: ScoringMoveView }) begin: ScoringMoveView;
  @Shown({ type: ScoringMoveView }) seal: ScoringMoveView;
}

/** The scoring of one round, stage by stage. */
export class ScoringRoundView {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  /** Whether the reader may run it, not only watch. */
  @Shown() mine: boolean;
  @Shown({ description: '已向公众公布 published to everybody' }) published: boolean;
  @Shown({ type: [StageOverview] }) stages: StageOverview[];
}

export class NudgedView {
  @Shown({ description: '已提醒的人数 how many are reminded' }) told: number;
  @Shown({ description: '待第二人确认后发出 goes out once a second person has confirmed it' }) waits: boolean;
}
