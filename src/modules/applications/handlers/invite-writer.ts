import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { newId } from '#libs/database';
import { refused, say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { IdentityFacade, PeopleToBeTold } from '#modules/identity';
import type { GivenPart } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';

const MAY: Record<GivenPart, Sentence> = { view: say('查看', 'read'), comment: say('查看和批注', 'read and comment on'), edit: say('查看、批注和修改', 'read, comment on and edit') };

/** Finds the person behind an address and tells her that she may take part. */
@Injectable()
export class InviteWriter {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly events: Events,
  ) {}

  /** @throws DomainError `person_unknown`, `person_without_organisation` */
  async find(email: string): Promise<string> {
    const person = await this.identity.personByEmail(email);
    if (!person) throw refused('person_unknown', say('没有使用这个邮箱的账号。请对方先注册并确认邮箱，再由您添加', 'Nobody has an account with this address. Ask the person to register and to confirm it, then add it again'));
    if (!(await this.identity.actorOf(person.id)).holds('applicant')) {
      throw refused('person_without_organisation', say('{name} 还没有加入任何机构。请先在机构的“成员”页添加，或由对方登记自己的机构', '{name} belongs to no organisation yet. Add her as a member of yours first, or let her enter her own'), { name: person.name });
    }
    return person.id;
  }

  async tell({ id, projectName, organisationName }: Application, accountId: string, role: GivenPart, actor: Actor): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [accountId] }, kind: 'application-shared', title: say('{by} 邀请您参与一份申报', '{by} asks you to take part in an application'),
      body: say('您可以{may}“{organisation}”的申报“{project}”。', 'You may {mayEn} the application "{project}" of "{organisation}".'),
      link: `/desk/my-applications/${id}`, key: newId<string>(), facts: { by: actor.name, may: MAY[role].zh, mayEn: MAY[role].en, organisation: organisationName, project: projectName || '—' },
    });
  }
}
