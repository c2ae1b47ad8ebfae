import { say, tell, type Facts, type Problem, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { JudgedRule } from '../domain/eligibility/judge-rules.js';

/** One rule with what the platform looked at. */
export class JudgedRuleView {
  @Shown() id: string;
  @ShownSentence({ description: '公告中的原话 the rule in the words of the notice' }) text: Sentence;
  @Shown({ enum: ['exclude', 'flag'] }) effect: string;
  @Shown({ enum: ['passed', 'failed', 'unknown'] }) verdict: string;
  @ShownSentence({ description: '系统看了什么、得到什么 what was looked at and found' }) ground: Sentence;
  @Shown({ description: '判断所依据的日期 the day of the test' }) testedOn: string;
  @Shown({ nullable: true, type: String, description: '证据的日期 the day of the evidence' }) evidenceOn: string | null;

  static of({ id, text, effect, verdict, ground, testedOn, evidenceOn }: JudgedRule): JudgedRuleView {
    return { id, text, effect, verdict, ground, testedOn, evidenceOn };
  }
}

/** Something of the organisation itself that stands against applying. */
export class BarView {
  @Shown() code: string;
  @ShownSentence() sentence: Sentence;

  static of({ code, sentence, facts = {} }: Problem & { facts?: Facts }): BarView {
    return { code, sentence: say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en')) };
  }
}

/** A preference (同等条件下优先) that is met, with the points that it is worth where a bonus names it. */
export class PreferenceMetView {
  @ShownSentence() text: Sentence;
  @Shown({ description: '0 表示仅在同分时优先 zero: it breaks ties only' }) points: number;
}

/** Whether an organisation may apply in a call, rule by rule, before a word is written. */
export class SelfCheckView {
  @Shown() callId: string;
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown({ description: '没有发现不能申报的原因 nothing was found that bars it' }) mayApply: boolean;
  @Shown({ type: [BarView] }) bars: BarView[];
  @Shown({ type: [JudgedRuleView] }) rules: JudgedRuleView[];
  @Shown({ type: [PreferenceMetView], description: '符合的优先条件 preferences that are met' }) preferences: PreferenceMetView[];
  @Shown() checkedAt: Date;
}
