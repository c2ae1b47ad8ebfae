import { no, when, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { MailingStatus, PreparedMailing } from './mailing.js';

const secondPerson = ({ preparedBy }: PreparedMailing, { actor }: MoveContext): Verdict =>
  when(preparedBy !== actor.accountId, no('second_person', say('须由另一位工作人员核对收件人后发出', 'Another person looks over the recipients and sends it')));

export type MailingMove = 'send' | 'drop';

/** Whoever prepared a mailing may drop it, and cannot send it. */
export const mailingLifecycle = defineLifecycle<MailingStatus, MailingMove, PreparedMailing, MoveContext>({
  name: 'mailing',
  initial: 'waiting',
  states: {
    waiting: { label: say('待第二人确认', 'Waits for a second person') },
    sent: { label: say('已发出', 'Sent'), final: true },
    dropped: { label: say('已取消，没有发出', 'Dropped; nothing was sent'), final: true },
  },
  moves: {
    send: { from: ['waiting'], to: 'sent', label: say('确认发出', 'Send it'), onlyIf: [secondPerson] },
    drop: { from: ['waiting'], to: 'dropped', label: say('取消发送', 'Drop it') },
  },
});
