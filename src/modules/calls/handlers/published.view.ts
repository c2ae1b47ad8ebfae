import { Shown, ShownAs, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { Call } from '../domain/call.js';
import { callLifecycle } from '../domain/call-lifecycle.js';
import { APPLICANT_TYPES } from '../domain/rulebook/eligibility-rules.js';
import type { AmountRule, Rulebook } from '../domain/rulebook/rulebook.js';
import { RulebookChangeView, RulebookVersionView } from './call.view.js';
import { AskingView, PublicAnswerView } from './question.view.js';

export class OrganiserView {
  @Shown({ enum: ['host', 'guide', 'operator', 'co_host', 'funder'] }) role: string;
  @ShownSentence() name: Sentence;
}

export class AmountTierView {
  @Shown() fromRank: number;
  @Shown() toRank: number;
  @Shown() fen: number;
}

/** What one grant may be; which of the sums are given follows from the kind. */
export class AmountView {
  @Shown({ enum: ['fixed', 'cap', 'range', 'share_of_budget', 'tiers_by_rank', 'at_defence'] }) kind: string;
  @Shown({ required: false }) fen?: number;
  @Shown({ required: false }) minFen?: number;
  @Shown({ required: false }) maxFen?: number;
  @Shown({ required: false }) maxPercent?: number;
  @Shown({ required: false, type: [AmountTierView] }) tiers?: AmountTierView[];
}

export class PublicCategoryView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: Number, description: '保留名额；空为自由竞争 seats kept for it' }) seats: number | null;
  @Shown() open: boolean;
}

/** 板块: one part of the contest with money of its own. */
export class PublicBoardView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @ShownSentence({ nullable: true, description: '牵头单位 who answers for it' }) owner: Sentence | null;
  @Shown({ type: [String] }) categoryKeys: string[];
  @Shown() poolFen: number;
  @Shown({ nullable: true, type: Number }) awards: number | null;
  @Shown({ type: AmountView }) amount: AmountRule;
  @Shown({ description: '本板块的截止时间 when its applications close' }) closesAt: Date;

  static of({ boards = [], money, deadline }: Pick<Rulebook, 'boards' | 'money' | 'deadline'>): PublicBoardView[] {
    return boards.map(({ key, title, owner = null, categories, poolFen, awards, amount = money.amount, closesAt = deadline.at }) => ({
      key, title, owner, categoryKeys: categories, poolFen, awards, amount, closesAt: new Date(closesAt),
    }));
  }
}

export class CallStageView {
  @Shown() key: string;
  @Shown() kind: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String }) opensAt: string | null;
  @Shown({ nullable: true, type: String }) closesAt: string | null;

  static of({ stages }: Pick<Rulebook, 'stages'>): CallStageView[] {
    return stages.map(({ key, kind, title, opensAt, closesAt }) => ({ key, kind, title, opensAt, closesAt }));
  }
}

/** A call as everybody reads it in a list. */
export class PublicCallRow {
  @Shown() id: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ type: Date }) opensAt: Date;
  @Shown({ type: Date }) closesAt: Date;
  @Shown({ type: [OrganiserView], description: '主办与承办单位 organisers' }) organisers: OrganiserView[];
  @Shown({ description: '资金总额（分） the pool in fen' }) poolFen: number;
  @Shown({ nullable: true, type: Number }) awards: number | null;
  @Shown({ type: AmountView, description: '资助额度 the amount of one grant' }) amount: AmountRule;
  @Shown({ type: [PublicCategoryView] }) categories: PublicCategoryView[];
  @Shown({ type: [PublicBoardView], description: '板块，没有的为空 boards; none in most calls' }) boards: PublicBoardView[];
  @Shown({ enum: APPLICANT_TYPES, isArray: true, description: '谁可以申报 who may apply' }) applicantTypes: string[];
  @Shown({ description: '定向征集，只面向受邀组织 for invited organisations only' }) byInvitation: boolean;
  @Shown({ type: [CallStageView] }) stages: CallStageView[];

  static of(call: Call, rulebook: Rulebook): PublicCallRow {
    const { id, number, title, status, reason } = call;
    const { organisers, money, categories, applicants } = rulebook;
    return {
      id, number, title, status, label: callLifecycle.label(status, 'outside'), reason, opensAt: call.opensAt!, closesAt: call.closesAt!,
      organisers, poolFen: money.poolFen, awards: money.awards, amount: money.amount,
      categories: categories.map(({ key, title: name, seats, open }) => ({ key, title: name, seats, open })),
      boards: PublicBoardView.of(rulebook), applicantTypes: applicants.types, byInvitation: call.visibility === 'invited', stages: CallStageView.of(rulebook),
    };
  }
}

export class PublicCallPage {
  @Shown({ type: [PublicCallRow] }) items: PublicCallRow[];
  @Shown({ required: false, type: String }) next?: string;
}

export class ParameterView {
  @Shown({ description: '如 C1' }) id: string;
  @ShownSentence() title: Sentence;
  @Shown({ type: [String], description: '在规则书中的位置 JSON Pointers into the rulebook' }) pointers: readonly string[];
}

/** An addendum with what it changed. */
export class AddendumView extends RulebookVersionView {
  @Shown({ type: [RulebookChangeView] }) changes: RulebookChangeView[];
}

/** A call with all its rules and questions, what each rests on, and every addendum. */
export class PublicCallView extends PublicCallRow {
  @ShownAs('Rulebook') rulebook: object;
  @Shown() rulebookVersion: number;
  @Shown({ description: 'SHA-256 of the canonical JSON (RFC 8785)' }) rulebookHash: string;
  @Shown({ type: [AddendumView] }) addenda: AddendumView[];
  @Shown({ description: '提问 whether questions are taken, and until when' }) asking: AskingView;
  @Shown({ type: [PublicAnswerView], description: '公开答疑，最新的在前 answers for everybody, newest first' }) answers: PublicAnswerView[];
  @Shown({ type: [ParameterView], description: '十九项规则及其在规则书中的位置 where the rulebook holds each parameter' }) parameters: ParameterView[];
  @Shown({ description: '服务器时间 the server’s time' }) serverTime: Date;
}
