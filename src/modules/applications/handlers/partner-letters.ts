import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import type { Application } from '../domain/application.js';

const keyOf = (id: string, organisationId: string): string => `partner-asked:${id}:${organisationId}:`;

/** A draft may have no name yet. */
const named = (projectName: string, more: Sentence): Sentence =>
  projectName === '' ? more : say(`申报项目“{project}”。${more.zh}`, `The application is "{project}". ${more.en}`);

/** Letters between the one in charge of a joint application and the organisations that are to take part in it. */
@Injectable()
export class PartnerLetters {
  constructor(
    private readonly events: Events,
    private readonly organisations: OrganisationsFacade,
  ) {}

  async ask({ id, projectName, organisationName }: Application, partnerId: string, at: Date): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: partnerId }, kind: 'partner-asked', title: say('{organisation}邀请贵单位联合申报', '{organisation} asks you to apply together with it'),
      body: named(projectName, say('贵单位同意后该申报才能提交；不参加也请说明。', 'It can be submitted only once your organisation agrees; if it does not take part, please say so.')),
      link: `/desk/my-applications/${id}`, key: `${keyOf(id, partnerId)}${at.toISOString()}`, facts: { organisation: organisationName, project: projectName },
    });
  }

  async answered({ id, projectName, ownerId }: Application, partnerId: string, { agreed, note, at }: { agreed: boolean; note: string | null; at: Date }): Promise<void> {
    const { name } = await this.organisations.get(partnerId);
    await this.forget(id, partnerId, at);
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [ownerId] }, kind: 'partner-answered', title: agreed ? say('{partner}同意联合申报', '{partner} agrees to apply together') : say('{partner}不同意联合申报', '{partner} declines to apply together'),
      body: named(projectName, note === null ? say('打开申报查看。', 'Open the application to see.') : say('对方说明：{note}', 'It says: {note}')),
      link: `/desk/my-applications/${id}`, key: `partner-answered:${id}:${partnerId}:${at.toISOString()}`, facts: { partner: name, project: projectName, note: note ?? '' },
    });
  }

  /** Whoever was asked need not answer any more. */
  async forget(id: string, partnerId: string, at: Date): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: [keyOf(id, partnerId)], until: at.toISOString() });
  }

  /** The organisation that leads and the officers of the place learn that a party is gone. */
  async left({ id, number, nodePath, organisationId, projectName }: Application, partnerId: string, reason: string, at: Date): Promise<void> {
    const { name } = await this.organisations.get(partnerId);
    const letter = { kind: 'partner-left', title: say('{partner}退出申报 {number}', '{partner} has left application {number}'), facts: { partner: name, number: number ?? '', project: projectName, reason } };
    const key = `partner-left:${id}:${partnerId}:${at.toISOString()}`;
    await this.events.tell(PeopleToBeTold, {
      ...letter, to: { role: 'applicant', subjectId: organisationId }, link: `/desk/my-applications/${id}`, key: `${key}:lead`,
      body: say('“{project}”。对方说明：{reason}。审查员可以退回，由贵单位移除、更换该单位，或请其重新同意。', '"{project}". It says: {reason}. The screener can return the application, for you to remove or replace it, or to have it agree anew.'),
    });
    await this.events.tell(PeopleToBeTold, {
      ...letter, to: { role: 'officer', nodePath }, link: `/desk/applications/${id}`, key: `${key}:officer`,
      body: say('“{project}”。对方说明：{reason}。该单位仍列在申报中，资格条件已按其退出重新判断；可以退回补正申报单位。', '"{project}". It says: {reason}. It is still named in the application, whose rules are judged anew without it; you can return it to have the parties put in order.'),
    });
  }

  /** The officers learn that it has come back; the one in charge has its answer. */
  async back({ id, number, nodePath, projectName }: Application, partnerId: string, at: Date): Promise<void> {
    const { name } = await this.organisations.get(partnerId);
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'partner-back', title: say('{partner}重新同意参加申报 {number}', '{partner} takes part in application {number} again'),
      body: say('“{project}”的申报单位又齐全了。', 'The parties of "{project}" are complete again.'), link: `/desk/applications/${id}`,
      key: `partner-back:${id}:${partnerId}:${at.toISOString()}`, facts: { partner: name, number: number ?? '', project: projectName },
    });
  }
}
