import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Rectification, RectificationStatus } from './rectification.js';

export interface RectificationContext extends MoveContext {
  readonly projectStatus: string;
  readonly answer?: string;
  readonly note?: string;
}

type Guard = (order: Rectification, context: RectificationContext) => Verdict;
const underWay: Guard = (_, { projectStatus }) => when(projectStatus === 'rectifying', no('project_not_rectifying', say('项目当前不在整改中', 'The project is not being rectified now')));
const withAnswer: Guard = (_, { answer }) => (answer ? yes : no('answer_needed', say('请写明整改情况', 'Say what was done')));
const withNote: Guard = (_, { note }) => (note ? yes : no('reason_needed', say('须填写原因', 'A reason is needed')));
const byAnother: Guard = ({ answeredBy }, { actor }) => when(answeredBy !== actor.accountId, no('own_answer', say('提交整改情况的人不能自己复查', 'Whoever handed it in does not examine it')));

export const rectificationLifecycle = defineLifecycle<RectificationStatus, 'answer' | 'accept' | 'return', Rectification, RectificationContext>({
  name: 'rectification',
  initial: 'ordered',
  states: {
    ordered: { label: say('整改中', 'To be mended') },
    answered: { label: say('待复查', 'To be re-examined') },
    returned: { label: say('继续整改', 'To be mended further') },
    accepted: { label: say('复查合格', 'Found mended'), final: true },
  },
  moves: {
    answer: { from: ['ordered', 'returned'], to: 'answered', label: say('提交整改情况', 'Hand in what was mended'), onlyIf: [underWay, withAnswer] },
    accept: { from: ['answered'], to: 'accepted', label: say('复查合格', 'Find it mended'), onlyIf: [underWay, byAnother] },
    return: { from: ['answered'], to: 'returned', label: say('要求继续整改', 'Have it mended further'), onlyIf: [underWay, byAnother, withNote] },
  },
});
