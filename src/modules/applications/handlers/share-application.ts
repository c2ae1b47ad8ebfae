import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import type { GivenPart } from '../applications.permissions.js';
import { notTheOwner } from '../applications.errors.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { TogetherStore } from '../store/together.store.js';
import { HoldOwn } from './hold-own.js';
import { InviteWriter } from './invite-writer.js';

/** Writes down who may do what in an application, and who is in charge of it. */
@Injectable()
export class RecordParts {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly together: TogetherStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async give({ id }: Application, accountId: string, role: GivenPart, actor: Actor): Promise<void> {
    await this.together.give(id, accountId, role, { accountId: actor.accountId, now: await this.time.now() });
    await this.note('application.part_given', id, { account: accountId, part: role }, actor);
  }

  async take({ id }: Application, accountId: string, actor: Actor): Promise<void> {
    await this.together.take(id, accountId);
    await this.note('application.part_taken', id, { account: accountId }, actor);
  }

  async charge(application: Application, ownerId: string, actor: Actor): Promise<void> {
    const before = application.ownerId;
    application.ownerId = ownerId;
    await this.applications.update(application);
    await this.together.take(application.id, ownerId);
    await this.note('application.handed_over', application.id, { from: before, to: ownerId }, actor);
  }

  private async note(action: string, id: string, facts: object, actor: Actor): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'application', id }, actor, facts });
  }
}

/** The person in charge says who may read, comment and edit; she alone submits, and may hand that over. */
@Injectable()
export class ShareApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOwn,
    private readonly identity: IdentityFacade,
    private readonly inviting: InviteWriter,
    private readonly records: RecordParts,
  ) {}

  /** By the address of an account. @throws DomainError `not_the_owner`, `person_unknown`, `person_without_organisation`, `owner_keeps_all` */
  invite(id: string, email: string, role: GivenPart, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.owned(id, actor);
      const accountId = await this.inviting.find(email);
      await this.change(application, accountId, role, actor);
      await this.inviting.tell(application, accountId, role, actor);
    });
  }

  /** @throws DomainError `not_the_owner`, `owner_keeps_all` */
  give(id: string, accountId: string, role: GivenPart, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.change(await this.owned(id, actor), accountId, role, actor));
  }

  /** Back to what the person has as a member, or nothing. @throws DomainError `not_the_owner` */
  take(id: string, accountId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.records.take(await this.owned(id, actor), accountId, actor));
  }

  /**
   * The one in charge hands over to a member of the leading organisation; once she has left it, any member who edits takes over herself.
   * @throws DomainError `not_the_owner`, `not_a_member`
   */
  handOver(id: string, accountId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.holding.run(id, 'edit', actor);
      const members = await this.identity.accountsWith({ role: 'applicant', subjectId: application.organisationId });
      const isIn = (account: string) => members.some((member) => member.id === account);
      const orphaned = !isIn(application.ownerId) && accountId === actor.accountId;
      if (application.ownerId !== actor.accountId && !orphaned) throw notTheOwner();
      if (!isIn(accountId)) throw refused('not_a_member', say('负责人须是牵头单位的成员', 'The person in charge is a member of the leading organisation'));
      await this.records.charge(application, accountId, actor);
    });
  }

  private async change(application: Application, accountId: string, role: GivenPart, actor: Actor): Promise<void> {
    if (accountId === application.ownerId) throw refused('owner_keeps_all', say('负责人始终可以编辑和提交；可先移交给他人', 'The person in charge always edits and submits; hand over first'));
    await this.records.give(application, accountId, role, actor);
  }

  private async owned(id: string, actor: Actor): Promise<Application> {
    const application = await this.holding.run(id, 'view', actor);
    if (application.ownerId !== actor.accountId) throw notTheOwner();
    return application;
  }
}
