import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { AssignmentSettings } from '../domain/assignment/propose.js';

const MERITS = ['topic', 'project', 'no_topic', 'other_topic', 'eager', 'willing', 'reluctant', 'must', 'begun'];
const OBSTACLES = ['conflict', 'doubt', 'never', 'language', 'region', 'away', 'barred', 'full'];

export class AssignmentSettingsView {
  @Shown() perApplication: number;
  @Shown({ nullable: true, type: Number, description: '每位专家至多几份 the most for one expert' }) most: number | null;
  @Shown({ enum: ['any', 'elsewhere'] }) region: AssignmentSettings['region'];
}

/** A member of the panel with what she carries. */
export class AssignedJudgeView {
  @Shown() seatId: string;
  @Shown() accountId: string;
  @Shown() alias: string;
  @Shown() name: string;
  @Shown({ type: [String] }) topics: string[];
  /** Of the proposal, or of what stands. */
  @Shown() load: number;
  @Shown({ nullable: true, type: String, enum: ['away', 'barred'] }) out: string | null;
}

export class AssignedExpertView {
  @Shown() seatId: string;
  @Shown({ type: [String], enum: MERITS, isArray: true, description: '安排理由 why she' }) merits: string[];
  /** Whether an officer has fixed it. */
  @Shown() pinned: boolean;
  /** Not there before. */
  @Shown() added: boolean;
}

export class ObstacleView {
  @Shown({ enum: OBSTACLES }) obstacle: string;
  @Shown() count: number;
}

export class ShortageView {
  @Shown() missing: number;
  @Shown({ type: [ObstacleView], description: '其余评委为何不能 why the others cannot' }) obstacles: ObstacleView[];
}

export class AssignmentRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() categoryKey: string;
  @Shown({ type: [AssignedExpertView] }) experts: AssignedExpertView[];
  @Shown({ type: [String], description: '将被取消的席位 seats that lose it' }) removed: string[];
  @Shown({ nullable: true, type: ShortageView }) shortage: ShortageView | null;
}

/** A pair that an officer has fixed or ruled out. */
export class AssignmentPinView {
  @Shown() seatId: string;
  @Shown() applicationId: string;
  @Shown({ enum: ['must', 'never'] }) verdict: string;
  @Shown() reason: string;
  @Shown({ enum: ['hand', 'file'] }) source: string;
  @Shown() setBy: string;
  @Shown() setAt: Date;
}

/** A conflict that stands between a member of the panel and an application. */
export class AssignmentConflictView {
  @Shown() accountId: string;
  @Shown() applicationId: string;
  @Shown({ enum: ['block', 'doubt', 'cleared'] }) level: string;
  @ShownSentence() why: Sentence;
}

/** What a dry run proposes, or what stands. Nothing of a proposal is kept until it is committed with its mark. */
export class AssignmentView {
  @Shown({ enum: ['proposal', 'standing', 'none'] }) kind: string;
  @Shown({ nullable: true, type: AssignmentSettingsView }) settings: AssignmentSettingsView | null;
  /** Names the proposed pairs and what they rest on: committing says it, so that nothing else can be committed. */
  @Shown({ nullable: true, type: String }) mark: string | null;
  @Shown({ nullable: true, type: Date }) committedAt: Date | null;
  @Shown({ nullable: true, type: String }) committedBy: string | null;
  @Shown({ description: '比现在多几份 pairs that are new' }) added: number;
  @Shown({ description: '比现在少几份 pairs that go' }) removed: number;
  @Shown({ description: '缺多少人次 places that nobody fills' }) missing: number;
  @Shown({ type: [AssignedJudgeView] }) judges: AssignedJudgeView[];
  @Shown({ type: [AssignmentRowView] }) rows: AssignmentRowView[];
  @Shown({ type: [AssignmentPinView] }) pins: AssignmentPinView[];
  @Shown({ type: [AssignmentConflictView] }) conflicts: AssignmentConflictView[];
}

/** A line of a file that cannot be taken. */
export class FileFaultView {
  @Shown({ description: '行号，表头为 1 the line, the heading being 1' }) line: number;
  @ShownSentence() sentence: Sentence;
}

export class AssignmentFileView {
  @Shown({ description: '可以写入的行数 lines that can be taken' }) accepted: number;
  @Shown({ description: '已写入 written' }) written: boolean;
  @Shown({ type: [FileFaultView] }) faults: FileFaultView[];
}
