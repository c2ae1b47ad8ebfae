import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { RankingManifest } from '../domain/ranking-manifest.js';
import type { SealedRankingRow } from '../domain/score-sheet.js';

export class RankedBlocView {
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ description: '占总分的百分比 percent of the final score' }) share: string;
  @Shown({ enum: ['judges', 'outside'] }) kind: string;
}

export class BlocScoreView {
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @Shown({ nullable: true, type: String }) score: string | null;
  /** How many sheets count; null where no judge gives it. */
  @Shown({ nullable: true, type: Number }) counted: number | null;
  @Shown({ nullable: true, type: String, enum: ['mean', 'median', 'sum', 'trimmed-mean'] }) applied: string | null;
}

export class RankedRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  /** Null for the public where no award was announced. */
  @Shown({ nullable: true, type: String }) projectName: string | null;
  @Shown({ nullable: true, type: String }) organisationName: string | null;
  @ShownSentence() category: Sentence;
  @ShownSentence({ nullable: true, description: '板块，名次在板块内计 its board, within which it is ranked' }) board: Sentence | null;
  @Shown({ nullable: true, type: Number }) rank: number | null;
  @Shown({ nullable: true, type: String }) total: string | null;
  @Shown({ nullable: true, type: String }) groupNormalised: string | null;
  @Shown() sharesRank: boolean;
  /** Whether it goes on to the next stage; null where that is not for the ranking to say. */
  @Shown({ nullable: true, type: Boolean }) advanced: boolean | null;
  @Shown({ type: [BlocScoreView] }) blocs: BlocScoreView[];
  @Shown({ description: '加分 bonus points' }) bonus: string;
  @Shown({ type: [String], description: '回避的评委代号 judges who stepped aside' }) recused: string[];
  @ShownSentence({ isArray: true, description: '未参加排名的原因 why it has no rank' }) reasons: Sentence[];
}

export class TieStepView {
  @ShownSentence() sentence: Sentence;
  @Shown({ enum: ['parted', 'equal', 'skipped'] }) outcome: string;
}

/** Applications that met on one figure, and how the declared chain parted them. */
export class TieView {
  @ShownSentence() sentence: Sentence;
  @Shown({ type: [String] }) applicationIds: string[];
  @Shown({ type: [TieStepView] }) steps: TieStepView[];
}

/** The last rank that goes on, by the rulebook. */
export class CutView {
  @ShownSentence() sentence: Sentence;
  @Shown() advanced: number;
  @Shown({ nullable: true, type: Number, description: '最后入围名次 the last rank that goes on' }) lastRank: number | null;
}

export class RankingView {
  @Shown() id: string;
  @Shown() callId: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ nullable: true, type: String }) stageKey: string | null;
  @ShownSentence({ description: '环节名称，或整批次 of which stage, or of the round' }) title: Sentence;
  @Shown({ description: 'SHA-256 of the manifest' }) hash: string;
  @Shown() sealedAt: Date;
  @Shown({ description: '公布的小数位数 decimals of the published scores' }) places: number;
  @Shown({ type: [RankedBlocView] }) blocs: RankedBlocView[];
  @Shown({ type: [RankedRowView] }) rows: RankedRowView[];
  @Shown({ type: [TieView] }) ties: TieView[];
  @Shown({ nullable: true, type: CutView }) cut: CutView | null;
  /** The hash of the ranking that this one replaces after a correction; null for the first. */
  @Shown({ nullable: true, type: String }) corrects: string | null;
  /** What was sealed; its very bytes are at `…/manifest`. */
  @Shown({ type: Object }) manifest: RankingManifest;
}

export type SealedFacts = Pick<RankingView, 'id' | 'callId' | 'stageKey' | 'hash' | 'sealedAt' | 'manifest'>;

export const sealedFacts = ({ id, callId, stageKey, hash, sealedAt, manifest }: SealedRankingRow): SealedFacts => ({
  id, callId, stageKey, hash, sealedAt, manifest: JSON.parse(manifest) as RankingManifest,
});
