import { no, when, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Call } from '../call.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { CallQuestion, QuestionStatus } from './question.js';

export interface QuestionContext extends MoveContext {
  /** Whether the actor is one who may answer for the organiser. */
  readonly may: Verdict;
}

export type QuestionMove = 'answer' | 'set_aside';

const speaksForTheOrganiser = (_question: CallQuestion, { may }: QuestionContext): Verdict => may;

export const questionLifecycle = defineLifecycle<QuestionStatus, QuestionMove, CallQuestion, QuestionContext>({
  name: 'call question',
  initial: 'waiting',
  states: {
    waiting: { label: say('待答复', 'Waits for an answer') },
    answered: { label: say('已公开答复', 'Answered for everybody'), final: true },
    set_aside: { label: say('未公开，已单独回复', 'Not published; the asker was told why'), final: true },
  },
  moves: {
    answer: { from: ['waiting'], to: 'answered', label: say('公开答复', 'Answer for everybody'), onlyIf: [speaksForTheOrganiser], tells: 'CallQuestionAnswered' },
    set_aside: { from: ['waiting'], to: 'set_aside', label: say('不公开，单独回复', 'Reply to the asker alone'), onlyIf: [speaksForTheOrganiser] },
  },
});

/** Until when questions are taken: the rulebook's date, or else the deadline. */
export const questionsUntil = (call: Call, rulebook: Rulebook): Date => new Date(rulebook.deadline.questionsUntil ?? call.closesAt!);

/** Whether the public may ask now. */
export function mayAsk(call: Call, rulebook: Rulebook, now: Date): Verdict {
  const taken = when(['published', 'open'].includes(call.status), no('questions_not_taken', say('本征集目前不接收提问', 'This call takes no questions at present')));
  if (!taken.allowed) return taken;
  const until = questionsUntil(call, rulebook);
  return when(now <= until, no('questions_over', say('提问已于 {until} 截止，已有的答疑仍可查看', 'Questions were taken until {until}; the answers stay readable'), { until }));
}
