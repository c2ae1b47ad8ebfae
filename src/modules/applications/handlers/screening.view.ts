import type { Verdict } from '#libs/access';
import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { ApplicationHistory, EligibilityCheck } from '../domain/application.js';
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
}

/** One rule of the check list: what the platform judged, what proves it, and what a screener found. */
export class ScreenedRuleView {
  @Shown() id: string;
  @ShownSentence() text: Sentence;
  @Shown({ enum: ['exclude', 'flag'] }) effect: string;
  @Shown({ enum: ['passed', 'failed', 'unknown'], description: '系统判断 as the platform judges' }) verdict: string;
  @Shown({ description: '判断所依据的日期 the day of the test' }) testedOn: string;
  @Shown({ type: [String], description: '证明材料的题目 keys of the questions that hold the evidence' }) evidence: string[];
  @Shown({ nullable: true, type: FindingView }) finding: FindingView | null;

  static of({ id, text, effect, verdict, testedOn, evidence }: JudgedRule, checks: readonly EligibilityCheck[], names: Names): ScreenedRuleView {
    const check = checks.find(({ ruleId }) => ruleId === id);
    const finding = check ? { verdict: check.verdict, note: check.note, checkedAt: check.checkedAt, checkedBy: names.get(check.checkedBy) ?? null } : null;
    return { id, text, effect, verdict, testedOn, evidence: [...evidence], finding };
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
  @Shown({ type: CheckingView, description: '现在能否核对 whether rules can be checked now' }) checking: CheckingView;
  @Shown({ type: ApplicantOnRecord }) organisation: ApplicantOnRecord;
  @Shown({ type: [OtherApplicationView], description: '同一组织的其他申报 other applications of the organisation, newest first' }) others: OtherApplicationView[];
  @Shown({ type: [RecordedMoveView] }) history: RecordedMoveView[];
}
