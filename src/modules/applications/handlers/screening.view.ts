import type { Verdict } from '#libs/access';
import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { ScreeningRules } from '#modules/calls';
import type { ApplicationHistory, EligibilityCheck } from '../domain/application.js';
import { consensusOf } from '../domain/screening/consensus.js';
import type { Opinion } from '../domain/screening/dialogue.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import type { JudgedRule } from '../domain/eligibility/judge-rules.js';
import { ApplicantOnRecord, OtherApplicationView } from './staff.view.js';

type Names = ReadonlyMap<string, string>;

const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** What a screener found on one rule, and who she was. */
export class FindingView {
  @Shown({ enum: ['passed', 'failed', 'not_applicable'] }) verdict: string;
  @Shown({ nullable: true, type: String }) note: string | null;
  @Shown() checkedAt: Date;
  @Shown({ nullable: true, type: String }) checkedBy: string | null;
  @Shown({ enum: ['screener', 'agreement', 'officer'], description: '一人认定、几人意见一致、或由官员决定 what one found, what several found alike, or what an officer decided' }) settledBy: 'screener' | 'agreement' | 'officer';
}

export class OpinionView {
  @Shown({ nullable: true, type: String }) who: string | null;
  @Shown({ enum: ['passed', 'failed', 'not_applicable'] }) verdict: string;
  @Shown({ nullable: true, type: String }) note: string | null;
}

/** Where several screeners stand on one rule. What others found is shown once all have spoken. */
export class OpinionsView {
  @Shown({ type: 'integer' }) needed: number;
  @Shown({ type: 'integer' }) given: number;
  @Shown({ enum: ['waiting', 'agreed', 'disagreed', 'settled'] }) state: string;
  @Shown({ nullable: true, type: OpinionView, description: '读者自己的意见 the reader’s own' }) mine: OpinionView | null;
  @Shown({ type: [OpinionView] }) all: OpinionView[];

  static of(ruleId: string, opinions: readonly Opinion[], { rules, reader, names, settled }: OpinionContext): OpinionsView {
    const given = opinions.filter((opinion) => opinion.ruleId === ruleId);
    const { state } = consensusOf(given.map(({ verdict }) => verdict), rules);
    const shown = ({ screenerId, verdict, note }: Opinion): OpinionView => ({ who: names.get(screenerId) ?? null, verdict, note });
    const mine = given.find(({ screenerId }) => screenerId === reader);
    return { needed: rules.screeners, given: given.length, state: settled.includes(ruleId) ? 'settled' : state, mine: mine ? shown(mine) : null, all: state === 'waiting' ? [] : given.map(shown) };
  }
}

export interface OpinionContext {
  readonly rules: ScreeningRules;
  readonly reader: string;
  readonly names: Names;
  /** Rules that an officer has decided. */
  readonly settled: readonly string[];
}

/** One rule of the check list: what the platform judged, what proves it, and what a screener found. */
export class ScreenedRuleView {
  @Shown() id: string;
  @ShownSentence() text: Sentence;
  @Shown({ enum: ['exclude', 'flag'] }) effect: string;
  @Shown({ enum: ['passed', 'failed', 'unknown'], description: '系统判断 as the platform judges' }) verdict: string;
  @ShownSentence({ description: '系统看了什么、得到什么 what was looked at and found' }) ground: Sentence;
  @Shown({ description: '判断所依据的日期 the day of the test' }) testedOn: string;
  @Shown({ nullable: true, type: String, description: '证据的日期 the day of the evidence' }) evidenceOn: string | null;
  @Shown({ type: [String], description: '证明材料的题目 keys of the questions that hold the evidence' }) evidence: string[];
  @Shown({ nullable: true, type: FindingView }) finding: FindingView | null;
  @Shown({ nullable: true, type: OpinionsView, description: '多人审查时各人意见 where several judge; null where one does' }) opinions: OpinionsView | null;

  static of({ id, text, effect, verdict, ground, testedOn, evidenceOn, evidence }: JudgedRule, checks: readonly EligibilityCheck[], given: readonly Opinion[], context: OpinionContext): ScreenedRuleView {
    const { names, rules } = context;
    const check = checks.find(({ ruleId }) => ruleId === id);
    const finding = check ? { verdict: check.verdict, note: check.note, checkedAt: check.checkedAt, checkedBy: names.get(check.checkedBy) ?? null, settledBy: check.settledBy } : null;
    return { id, text, effect, verdict, ground, testedOn, evidenceOn, evidence: [...evidence], finding, opinions: rules.screeners > 1 ? OpinionsView.of(id, given, context) : null };
  }
}

export class RecordedMoveView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @ShownSentence({ description: '之后的状态 the status after it' }) status: Sentence;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown() at: Date;
  @Shown({ nullable: true, type: String, description: '空为系统 null for the platform itself' }) who: string | null;

  static of({ move, toStatus, reason, at, actorId }: ApplicationHistory, names: Names): RecordedMoveView {
    const { label } = applicationLifecycle.table.moves[move as 'submit'];
    return { move, label, status: applicationLifecycle.label(toStatus), reason, at, who: names.get(actorId) ?? null };
  }
}

export class CheckingView {
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;

  static of(verdict: Verdict): CheckingView {
    return verdict.allowed ? { allowed: true } : { allowed: false, reason: filled(verdict.sentence, verdict.facts) };
  }
}

/** All that a screener looks at beside the application itself. */
export class ScreeningView {
  @Shown({ type: [ScreenedRuleView] }) rules: ScreenedRuleView[];
  @Shown({ type: 'integer', description: '每条由几人审查 how many judge each rule' }) screeners: number;
  @Shown({ description: '读者可以决定有分歧的条目 the reader may decide where they disagree' }) maySettle: boolean;
  @Shown({ type: CheckingView, description: '现在能否核对 whether rules can be checked now' }) checking: CheckingView;
  @Shown({ type: ApplicantOnRecord }) organisation: ApplicantOnRecord;
  @Shown({ type: [OtherApplicationView], description: '同一组织的其他申报 other applications of the organisation, newest first' }) others: OtherApplicationView[];
  @Shown({ type: [RecordedMoveView] }) history: RecordedMoveView[];
}
