import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** One step of a way between an expert and an applicant. */
export class ConflictStepView {
  @Shown() from: string;
  @Shown() to: string;
  @Shown() kind: string;
  @Shown({ nullable: true, type: String }) day: string | null;
  @Shown({ description: '日期为登记日 the day is that of the record' }) recorded: boolean;
}

/** What an officer has decided about one pair. */
export class ConflictPinView {
  @Shown({ enum: ['conflict', 'clear'] }) verdict: string;
  @Shown() reason: string;
  @Shown() setBy: string;
  @Shown() setAt: Date;
  @Shown({ nullable: true, type: String }) confirmedBy: string | null;
  @Shown() inForce: boolean;
  /** Whether the reader may confirm it: a second person is needed. */
  @Shown() mayConfirm: boolean;
}

export class ConflictFindingView {
  @Shown() accountId: string;
  @Shown() name: string;
  /** Whether she sits on a panel of the stage; of the others nobody was asked or told. */
  @Shown() seated: boolean;
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown({ enum: ['block', 'doubt', 'cleared'] }) level: string;
  @ShownSentence() why: Sentence;
  @Shown({ type: [ConflictStepView] }) steps: ConflictStepView[];
  @Shown({ nullable: true, type: ConflictPinView }) pin: ConflictPinView | null;
}

export class ConflictCheckView {
  @Shown({ description: '查过的专家数 experts looked at' }) experts: number;
  @Shown({ description: '查过的申报数 applications looked at' }) applications: number;
  @Shown({ type: [ConflictFindingView] }) findings: ConflictFindingView[];
}

export class ExpertTieView {
  @Shown() id: string;
  @Shown() kind: string;
  @Shown() organisationName: string;
  @Shown({ nullable: true, type: String }) personName: string | null;
  @Shown({ nullable: true, type: String }) since: string | null;
  @Shown({ nullable: true, type: String }) until: string | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ enum: ['self', 'staff', 'platform'] }) source: string;
  @Shown() recordedAt: Date;
  /** Whether the reader may take it back. */
  @Shown() mine: boolean;
}

/** A panel on which she sat. */
export class DutyView {
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @Shown() seatedAt: Date;
  @Shown({ enum: ['seated', 'unseated'] }) status: string;
  @Shown({ description: '已交评分表 sheets handed in' }) sheets: number;
  @Shown({ nullable: true, type: Number, description: '履职评分 of 100' }) score: number | null;
}

export class AwayView {
  @Shown() from: string;
  @Shown() until: string;
}

/** What an expert says of herself. */
export class ExpertProfileView {
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown() employer: string;
  @Shown({ nullable: true, type: String }) employerCode: string | null;
  @Shown() occupation: string;
  @Shown() title: string;
  @Shown({ nullable: true, type: String }) territoryCode: string | null;
  @Shown({ nullable: true, type: String, description: '所在地的全称；代码不在现行区划中时为空 the place by name; none for a code that names no present division' }) territory: string | null;
  @Shown({ type: [String] }) topics: string[];
  @Shown({ type: [String] }) languages: string[];
  @Shown({ nullable: true, type: Number }) most: number | null;
  @Shown({ nullable: true, type: String }) phone: string | null;
  @Shown({ nullable: true, type: String }) address: string | null;
  @Shown({ type: [AwayView] }) away: AwayView[];
  @Shown({ nullable: true, type: Date }) savedAt: Date | null;
  @Shown() version: number;
  @Shown({ type: [ExpertTieView] }) ties: ExpertTieView[];
  @Shown({ type: [DutyView] }) duties: DutyView[];
}
