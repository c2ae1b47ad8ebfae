import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { IdentityFacade, NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import type { Call } from '../domain/call.js';
import type { Extension } from '../domain/extension/extension.js';
import type { CallQuestion } from '../domain/question/question.js';

/** What officers of the organiser are told of a call. */
@Injectable()
export class TellOfficers {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly events: Events,
  ) {}

  /** Everybody but the proposer, who may not decide it. */
  async ofProposedExtension({ id, number, title, nodePath }: Call, { id: extensionId, closesAt, reason, formerClosesAt }: Extension, actor: Actor): Promise<void> {
    const officers = await this.identity.accountsWith({ role: 'officer', nodePath });
    const accountIds = officers.map((officer) => officer.id).filter((officerId) => officerId !== actor.accountId);
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds }, kind: 'extension-proposed', link: `/desk/calls/${id}`, key: `extension-proposed:${extensionId}`,
      title: say('{number} 待确认：延长截止时间', '{number}: a later deadline waits for you'),
      body: say('{who}提出把“{call}”的截止时间从 {former} 延长到 {until}（北京时间），原因：{reason}。须由另一位项目官员确认后才生效。', '{who} proposes to move the deadline of "{call}" from {former} to {until} (Beijing time): {reason}. It holds once another officer confirms it.'),
      facts: { number, call: title, who: actor.name, former: formerClosesAt.toISOString(), until: closesAt.toISOString(), reason },
    });
  }

  /** Nobody is waited for any more. */
  async ofDecidedExtension({ id }: Extension): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: [`extension-proposed:${id}`] });
  }

  async ofQuestion({ id, number, title, nodePath }: Call, { id: questionId, asked }: CallQuestion): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'call-question', link: `/desk/calls/${id}?tab=questions`, key: `call-question:${questionId}`,
      title: say('{number} 有新的提问', '{number}: somebody asks'),
      body: say('有人就“{call}”提问：{asked} 答复一次，所有人都能看到，不显示提问人。', 'Somebody asks about "{call}": {asked} Answer once and everybody can read it; who asked is not shown.'),
      facts: { number, call: title, asked },
    });
  }
}
