import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** What would change among the first so many, had something been otherwise. */
export class ConsequenceView {
  @Shown({ type: [String], description: '会进入的项目 projects that would enter' }) enters: string[];
  @Shown({ type: [String], description: '会退出的项目 projects that would leave' }) leaves: string[];
  @Shown({ description: '名次会变的项目数 projects with another rank' }) moved: number;
}

/** One judge of one bloc, in figures that one wild sheet does not move. */
export class JudgeAnalysisView {
  @Shown() alias: string;
  @Shown() name: string;
  @Shown() sheets: number;
  @Shown({ description: '与他人共评的份数 sheets that somebody else has scored too' }) compared: number;
  @Shown() lowest: number;
  @Shown() middle: number;
  @Shown() highest: number;
  @Shown({ nullable: true, type: Number, description: '宽严：与他人差值的中位数，负为偏严；样本不足为空 severity' }) severity: number | null;
  @Shown() spread: number;
  @Shown({ nullable: true, type: Number, description: '与他人排序的一致性 Kendall τ-b' }) agreement: number | null;
  @Shown({ type: [String], description: '与他人差别很大的项目 projects she sees very differently' }) outliers: string[];
  @Shown({ nullable: true, type: Number, description: '截止后提交的份数；随路演评分为空 sheets after the deadline' }) late: number | null;
  @Shown({ nullable: true, type: Number, description: '平均把握 1–3 mean confidence' }) confidence: number | null;
  @Shown({ type: ConsequenceView, description: '去掉这位评委 had she stepped aside' }) without: ConsequenceView;
}

/** One score as it was given, and with the judge's severity taken out. */
export class CellScoreView {
  @Shown() alias: string;
  @Shown() score: number;
  @Shown() corrected: number;
}

export class AnalysedApplicationView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ nullable: true, type: Number }) rank: number | null;
  @Shown({ nullable: true, type: Number, description: '校正宽严后的名次 rank with severity taken out' }) correctedRank: number | null;
  /** Places when each judge's sheets are read as one ranked ballot: beside the ranking, never instead of it. */
  @Shown({ nullable: true, type: Number }) bordaRank: number | null;
  @Shown({ nullable: true, type: Number }) schulzeRank: number | null;
  @Shown({ type: [CellScoreView] }) scores: CellScoreView[];
}

/** How one judge uses one criterion: the middle of her points in percent of the most. */
export class CriterionUseView {
  @Shown() alias: string;
  @Shown() criterion: string;
  @Shown({ nullable: true, type: Number }) percent: number | null;
}

/** How two judges agree in their order of the projects that both have scored. */
export class AgreementView {
  @Shown() a: string;
  @Shown() b: string;
  @Shown() shared: number;
  @Shown({ nullable: true, type: Number }) tau: number | null;
}

export class AnalysedCriterionView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
}

export class AnalysedBoardView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
}

/** One bloc in one board: boards are different fields, and nobody is compared across them. */
export class BlocAnalysisView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: AnalysedBoardView, description: '所在板块 the board, where the call has boards' }) board: AnalysedBoardView | null;
  @Shown({ description: '比较所用的前几名 how many first ones are compared' }) line: number;
  @Shown({ type: [AnalysedCriterionView] }) criteria: AnalysedCriterionView[];
  @Shown({ type: [JudgeAnalysisView] }) judges: JudgeAnalysisView[];
  @Shown({ type: [AnalysedApplicationView] }) applications: AnalysedApplicationView[];
  @Shown({ type: [CriterionUseView] }) uses: CriterionUseView[];
  @Shown({ type: [AgreementView] }) agreements: AgreementView[];
  @Shown({ description: '有评委达到最低样本，校正才有意义 at least one judge reaches the least sample' }) correctable: boolean;
  @Shown({ type: ConsequenceView, description: '校正宽严 with severity taken out' }) corrected: ConsequenceView;
}

export class RecheckRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @ShownSentence({ nullable: true, description: '名次所在的板块 the board in which the rank counts' }) board: Sentence | null;
  @Shown() rank: number;
  @Shown({ enum: ['first', 'drawn', 'everything'] }) why: string;
  @Shown({ nullable: true, type: String, enum: ['same', 'error'] }) finding: string | null;
  /** How good the reasons are, 1 to 3. */
  @Shown({ nullable: true, type: Number }) quality: number | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown({ nullable: true, type: String }) checkedBy: string | null;
  @Shown({ nullable: true, type: Date }) checkedAt: Date | null;
}

/** Which applications are looked at again after the sealing, and what was found. */
export class RecheckView {
  @Shown({ enum: ['open', 'sound', 'everything'] }) verdict: string;
  @Shown({ type: [RecheckRowView] }) rows: RecheckRowView[];
}

/** What a sealed ranking tells of its judges. Nothing of it counts; the scores as given stand beside everything. */
export class AnalysisView {
  @Shown() callId: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() title: Sentence;
  @Shown({ description: '宽严至少需要的共评份数 least sample' }) leastCompared: number;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown({ type: [BlocAnalysisView] }) blocs: BlocAnalysisView[];
  @Shown() mine: boolean;
  @Shown({ type: RecheckView }) recheck: RecheckView;
}
