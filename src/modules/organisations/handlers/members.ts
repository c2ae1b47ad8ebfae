import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { Events } from '#libs/events';
import { Shown } from '#libs/http';
import { IdentityFacade, PeopleToBeTold, type PersonRow } from '#modules/identity';
import type { Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { ReadOrganisations } from './read-organisations.js';

export class MemberView {
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown() email: string;
  @Shown({ description: '就是本人 the reader herself' }) self: boolean;

  static of({ id, name, email }: PersonRow, actor: Actor): MemberView {
    return { accountId: id, name, email, self: id === actor.accountId };
  }
}

/** Somebody who acted for the organisation during a time that is over. */
export class FormerMemberView {
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown() since: Date;
  @Shown() until: Date;
  @Shown({ description: '自行退出 left by herself' }) byHerself: boolean;
  @Shown({ nullable: true, type: String, description: '由谁移除；自行退出或没有留下记录时为空 who removed her; null when she left by herself, or where it was not kept' }) removedBy: string | null;
}

/** Who acts for an organisation, and for what was merged into it. Identity keeps the role; a member asks others in and lets them go. */
@Injectable()
export class Members {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly identity: IdentityFacade,
    private readonly events: Events,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `organisation_absent`, `member_unknown`, `member_already`, `roles_conflict` */
  add(id: string, email: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const organisation = await this.own(id, actor);
      const person = await this.identity.personByEmail(email);
      if (!person) throw refused('member_unknown', say('没有使用这个邮箱的账号。请对方先注册并确认邮箱，再由您添加', 'Nobody has an account with this address. Ask the person to register and to confirm it, then add it again'));
      if ((await this.of(id)).some((member) => member.id === person.id)) throw refused('member_already', say('{name} 已是本组织成员', '{name} is a member already'), { name: person.name });
      await this.identity.grant(person.id, 'applicant', { subjectId: id }, actor);
      for (const double of await this.organisations.doublesOf(id)) if (!(await this.actsFor(double, person.id))) await this.identity.grant(person.id, 'applicant', { subjectId: double }, actor);
      await this.tell(organisation, person.id, actor);
      await this.audit.record({ action: 'organisation.member_added', subject: { kind: 'organisation', id }, actor, facts: { member: person.id } });
    });
  }

  /** @throws DomainError `organisation_absent`, `member_absent`, `last_member` */
  remove(id: string, accountId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.own(id, actor);
      const members = await this.of(id);
      if (!members.some((member) => member.id === accountId)) throw absent('member_absent', say('没有这位成员', 'There is no such member'));
      if (members.length === 1) throw refused('last_member', say('最后一位成员不能移除，否则没有人能再办理', 'The last member stays: otherwise nobody could act for it'));
      await this.identity.revoke(accountId, 'applicant', { subjectId: id }, actor);
      for (const double of await this.organisations.doublesOf(id)) if (await this.actsFor(double, accountId)) await this.identity.revoke(accountId, 'applicant', { subjectId: double }, actor);
      await this.audit.record({ action: 'organisation.member_removed', subject: { kind: 'organisation', id }, actor, facts: { member: accountId } });
    });
  }

  of(id: string): Promise<PersonRow[]> {
    return this.identity.accountsWith({ role: 'applicant', subjectId: id });
  }

  private async actsFor(id: string, accountId: string): Promise<boolean> {
    return (await this.of(id)).some((member) => member.id === accountId);
  }

  private async own(id: string, actor: Actor): Promise<Organisation> {
    const organisation = await this.organisations.lock(id);
    if (!organisation || !actor.holdsFor(id, 'applicant')) throw noSuchOrganisation();
    return organisation;
  }

  private async tell({ id, name }: Organisation, accountId: string, actor: Actor): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [accountId] }, kind: 'member-added', title: say('您已加入“{organisation}”', 'You were added to "{organisation}"'),
      body: say('{by} 将您添加为“{organisation}”的成员，您可以代表该组织填写和提交申报。', '{by} made you a member of "{organisation}"; you may fill in and submit applications for it.'),
      link: '/desk/my-organisations', key: newId<string>(), facts: { organisation: name, by: actor.name, organisationId: id },
    });
  }
}

/** For members and for the staff who may see the organisation. @throws DomainError `organisation_absent` */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly read: ReadOrganisations,
    private readonly members: Members,
  ) {}

  async run(id: string, actor: Actor): Promise<MemberView[]> {
    await this.read.one(id, actor);
    return (await this.members.of(id)).map((member) => MemberView.of(member, actor));
  }
}

/** Who acted for an organisation and does so no more: what they did stays on record, so must the time in which they could. */
@Injectable()
export class ReadFormerMembers {
  constructor(
    private readonly read: ReadOrganisations,
    private readonly identity: IdentityFacade,
  ) {}

  /** The last to leave first. @throws DomainError `organisation_absent` */
  async run(id: string, actor: Actor): Promise<FormerMemberView[]> {
    await this.read.one(id, actor);
    const left = await this.identity.formerHolders(id, 'applicant');
    const names = await this.identity.names(left.map(({ takenBy }) => takenBy));
    return left.map(({ accountId, name, since, until, takenBy }) => {
      const byHerself = takenBy === accountId;
      return { accountId, name, since, until, byHerself, removedBy: takenBy === null || byHerself ? null : (names.get(takenBy) ?? null) };
    });
  }
}
