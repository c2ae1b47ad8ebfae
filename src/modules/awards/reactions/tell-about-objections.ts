import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { isMailAddress } from '#libs/mail';
import { PeopleToBeTold } from '#modules/identity';
import { ObjectionAnswered, ObjectionReceived, type ObjectionNews } from '../awards.events.js';
import { objectionLifecycle } from '../domain/objection.js';
import { SealObjector } from '../handlers/objector.js';
import { NameObjected } from '../handlers/read-objections.js';
import { NoticeStore } from '../store/notice.store.js';

const WHOLE_LIST = say('整份名单', 'the whole list');

@Injectable()
@Reacts(ObjectionReceived)
export class TellOfficersOfObjection implements Reaction<ObjectionNews> {
  constructor(
    private readonly notices: NoticeStore,
    private readonly naming: NameObjected,
    private readonly events: Events,
  ) {}

  async run({ objectionId }: ObjectionNews): Promise<void> {
    const objection = (await this.notices.findObjection(objectionId))!;
    const { callId, nodePath, answerUntil } = objection;
    const { callTitle: call, projectName } = await this.naming.run(objection);
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'objection-received', link: `/desk/calls/${callId}/objections`, key: `objection-received:${objectionId}`,
      facts: { call, about: projectName ?? WHOLE_LIST, answerUntil },
      title: say('收到异议，请在 {answerUntil} 前答复', 'An objection came in; please answer by {answerUntil}'),
      body: say('“{call}”的公示收到一件异议，针对：{about}。办结前相关立项暂缓确认，请在 {answerUntil} 前书面答复。', 'An objection to the notice of "{call}" came in, against: {about}. The award is held until it is settled; please answer in writing by {answerUntil}.'),
    });
  }
}

/** The objector's contact is free text; a letter goes out when there is an address in it. */
const addressIn = (contact: string): string | undefined => contact.split(/[\s,;，；、:：<>()（）]/).find(isMailAddress);

@Injectable()
@Reacts(ObjectionAnswered)
export class AnswerTheObjector implements Reaction<ObjectionNews> {
  constructor(
    private readonly notices: NoticeStore,
    private readonly naming: NameObjected,
    private readonly seals: SealObjector,
    private readonly events: Events,
  ) {}

  async run({ objectionId }: ObjectionNews): Promise<void> {
    const objection = (await this.notices.findObjection(objectionId))!;
    const objector = this.seals.open(objection);
    const email = addressIn(objector?.contact ?? '');
    if (!objector || !email) return;
    const { reference, reply, status, version } = objection;
    const { callTitle: call } = await this.naming.run(objection);
    await this.events.tell(PeopleToBeTold, {
      to: { address: { email, name: '', language: objector.language } }, kind: 'direct-mail', link: `/objections/${reference}`, key: `objection-answered:${objectionId}:${version}`,
      facts: { call, reference, reply, result: objectionLifecycle.label(status) },
      title: say('您对“{call}”公示的异议已答复', 'Your objection to the notice of "{call}" is answered'),
      body: say('办理结果：{result}。\n答复：{reply}\n查询码：{reference}', 'Result: {result}.\nReply: {reply}\nReference: {reference}'),
    });
  }
}
