import { no, when, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import { JUDGES_AWAITED } from '../roadshows.errors.js';
import type { Presentation, PresentationStatus } from './roadshow.js';

/** What the guards of a turn look at. */
export interface TurnContext extends MoveContext {
  readonly sessionRunning: boolean;
  /** What the rulebook makes of a project that does not come when it is called. */
  readonly absence: 'last_then_forfeit' | 'forfeit';
  /** Another project is on the stage. */
  readonly stageTaken: boolean;
  /** Sheets that are not handed in; none while scores of the first projects may stay pending. */
  readonly awaitedSheets: number;
  readonly reason?: string;
}

export type PresentationMove = 'present' | 'question' | 'score' | 'finish' | 'rescore' | 'postpone' | 'forfeit';
type Guard = (presentation: Presentation, context: TurnContext) => Verdict;

const sessionRuns: Guard = (_, { sessionRunning }) => when(sessionRunning, no('session_not_running', say('路演尚未开始或已结束', 'The roadshow has not begun or is over')));
const stageFree: Guard = (_, { stageTaken }) => when(!stageTaken, no('stage_taken', say('台上还有其他项目', 'Another project is on the stage')));
const signedIn: Guard = ({ signedInAt }) => when(signedInAt !== null, no('not_signed_in', say('汇报人尚未签到', 'The presenter has not signed in')));
const allIn: Guard = (_, { awaitedSheets, reason }) =>
  when(awaitedSheets === 0 || reason !== undefined, no('judges_waiting', JUDGES_AWAITED, { count: awaitedSheets }));
const withReason: Guard = (_, { reason }) => when(reason !== undefined, no('reason_needed', say('须填写原因', 'A reason is needed')));

const oneMoreChance: Guard = ({ missed }, { absence }) =>
  when(absence === 'last_then_forfeit' && missed === 0, no('no_more_chance', say('不能再移至末位', 'It cannot be moved to the end again')));
const chanceMissed: Guard = ({ missed }, { absence }) =>
  when(absence === 'forfeit' || missed > 0, no('one_more_chance', say('首次缺席应先移至末位', 'Missing the first time moves it to the end')));

export const presentationLifecycle = defineLifecycle<PresentationStatus, PresentationMove, Presentation, TurnContext>({
  name: 'presentation',
  initial: 'waiting',
  states: {
    waiting: { label: say('候场', 'Waiting') },
    presenting: { label: say('汇报中', 'Presenting') },
    questions: { label: say('答辩中', 'Questions') },
    scoring: { label: say('评分中', 'Scoring') },
    scored: { label: say('已完成', 'Done') },
    absent: { label: say('缺席弃权', 'Absent'), final: true },
  },
  moves: {
    present: { from: ['waiting'], to: 'presenting', label: say('开始汇报', 'Begin presenting'), onlyIf: [sessionRuns, signedIn, stageFree] },
    question: { from: ['presenting'], to: 'questions', label: say('开始答辩', 'Begin questions'), onlyIf: [sessionRuns] },
    score: { from: ['presenting', 'questions'], to: 'scoring', label: say('开始评分', 'Begin scoring'), onlyIf: [sessionRuns] },
    finish: { from: ['scoring'], to: 'scored', label: say('结束评分', 'End scoring'), onlyIf: [sessionRuns, allIn] },
    rescore: { from: ['scored'], to: 'scoring', label: say('重新开放评分', 'Open scoring again'), onlyIf: [sessionRuns, stageFree, withReason] },
    postpone: { from: ['waiting'], to: 'waiting', label: say('移至末位', 'Move to the end'), onlyIf: [sessionRuns, oneMoreChance, withReason] },
    forfeit: { from: ['waiting'], to: 'absent', label: say('缺席弃权', 'Absent, forfeited'), onlyIf: [sessionRuns, chanceMissed, withReason] },
  },
});
