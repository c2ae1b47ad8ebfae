import type { Verdict } from '#libs/access';
import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** The sentence in both languages with its facts in place. */
export const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** Whether something can be done now, or the reason against it. */
export class PossibleView {
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;

  static of(verdict: Verdict): PossibleView {
    return verdict.allowed ? { allowed: true } : { allowed: false, reason: filled(verdict.sentence, verdict.facts) };
  }
}
