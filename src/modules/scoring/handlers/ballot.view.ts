import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Criterion } from '#modules/calls';

const CRITERIA = { type: 'array' as const, items: { $ref: '#/components/schemas/RulebookCriterion' }, description: '排序时考虑的方面 what to weigh' };

/** One application on a judge's ballot. */
export class BallotRowView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ nullable: true, type: String, enum: ['none', 'has', 'unsure'] }) conflict: string | null;
  /** In a roadshow: it can be ranked once it has presented. */
  @Shown({ description: '已路演，可以排序 it has presented and can be ranked' }) rankable: boolean;
  /** She has left it to the others. */
  @Shown() abstained: boolean;
  /** From 1; null where she has given none. */
  @Shown({ nullable: true, type: Number }) place: number | null;
  /** What its place commits to, once the ballot is in. */
  @Shown({ nullable: true, type: String }) commitment: string | null;
}

/** One judge's ranked ballot. */
export class BallotView {
  @Shown() seatId: string;
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ nullable: true, type: String }) closesAt: string | null;
  @Shown({ enum: ['open', 'single', 'double'] }) blind: string;
  @Shown({ enum: ['borda', 'schulze', 'stv', 'equal_shares'] }) count: string;
  @Shown({ description: '可否只排一部分 whether some may be left out' }) partial: boolean;
  @Shown({ nullable: true, type: Number, description: '选出几个 how many are elected' }) seats: number | null;
  @Shown(CRITERIA) criteria: readonly Criterion[];
  /** Rises with every change of any of its places. */
  @Shown() version: number;
  @Shown({ nullable: true, type: String, enum: ['draft', 'submitted'] }) status: string | null;
  @Shown({ nullable: true, type: Date }) savedAt: Date | null;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @ShownSentence({ nullable: true, description: '现在不能投票的原因 why it cannot be cast now' }) refusal: Sentence | null;
  @Shown({ description: '随路演投票 cast while projects present' }) live: boolean;
  @Shown({ type: [BallotRowView] }) rows: BallotRowView[];
}
