import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { OrganisationsFacade, type Organisation } from '#modules/organisations';
import { applicationChanged, mayNotApply, noSuchApplication, notTheOwner } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { refuseJoint } from '../domain/eligibility/judge-rules.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import { partiesOpen, registeredProfile } from '../domain/partners.js';
import { refill, type FilledIn } from '../domain/refill.js';
import { ApplicationStore } from '../store/application.store.js';
import { RevisionStore } from '../store/revision.store.js';
import { AskPartners } from './ask-partners.js';
import { GatherFacts, type Standing } from './gather-facts.js';

/** Who the parties are to be, and what follows from it in the form: a host that comes later than the first answers lends its registration all the same. */
@Injectable()
export class SettleParties {
  constructor(
    private readonly gather: GatherFacts,
    private readonly organisations: OrganisationsFacade,
    private readonly revisions: RevisionStore,
  ) {}

  /** Changes the application, which the caller writes. Answers what was filled in. @throws DomainError `not_editable`, `correction_overdue`, `joint_forbidden`, `may_not_apply`, `organisation_absent` */
  async run(application: Application, partnerIds: readonly string[], actor: Actor): Promise<readonly FilledIn[]> {
    const former = application.coOrganisationIds;
    application.coOrganisationIds = [...new Set(partnerIds)].filter((partner) => partner !== application.organisationId);
    const standing = await this.gather.of(application, 'self_check', actor);
    refuseClosed(application, standing.context.now);
    refuseJoint(standing.call.rulebook, standing.facts);
    const tooMany = standing.bars.filter(({ code }) => code === 'too_many_parties');
    if (tooMany.length > 0) throw mayNotApply(tooMany);
    return this.follow(application, former, standing, actor);
  }

  private async follow(application: Application, formerIds: readonly string[], { call, partners, context: { now } }: Standing, actor: Actor): Promise<readonly FilledIn[]> {
    const [[leader], former] = await Promise.all([this.organisations.many([application.organisationId]), this.organisations.many(formerIds)]);
    const lender = (others: readonly Organisation[]) => registeredProfile(call.rulebook, leader!, others);
    const { answers, origins, filled } = refill(call.rulebook.form.sections, application, { before: lender(former), after: lender(partners) }, now);
    if (filled.length === 0) return filled;
    const { id, version, answers: earlier, savedBy, savedAt } = application;
    await this.revisions.add({ applicationId: id, version, answers: earlier, savedBy, savedAt });
    application.answer(answers, readFigures(rulesOf(call.rulebook, answers), answers), { now, rulebookVersion: call.rulebookVersion });
    Object.assign(application, { origins, revisedAt: now, savedBy: actor.accountId });
    return filled;
  }
}

/** Who applies together may change as long as it is a draft, and in a correction that was asked for because of it. */
@Injectable()
export class ChangePartners {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly settling: SettleParties,
    private readonly asking: AskPartners,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers what was filled in with it. @throws DomainError `not_the_owner`, `application_changed` (stale), `not_editable`, `correction_overdue`, `joint_forbidden`, `may_not_apply`, `organisation_absent` */
  run(id: string, { partnerIds, version }: { partnerIds: readonly string[]; version: number }, actor: Actor): Promise<readonly FilledIn[]> {
    return this.tx.run(async () => {
      const application = await this.applications.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      if (application.ownerId !== actor.accountId) throw notTheOwner();
      if (application.version !== version) throw applicationChanged();
      const filled = await this.settling.run(application, partnerIds, actor);
      await this.applications.update(application);
      await this.asking.run(application, actor);
      await this.audit.record({ action: 'application.partners_changed', subject: { kind: 'application', id }, actor, facts: { partners: application.coOrganisationIds, filled: filled.map(({ path }) => path) } });
      return filled;
    });
  }
}

function refuseClosed(application: Application, now: Date): void {
  if (!partiesOpen(application)) throw refused('not_editable', say('申报已提交，不能更换联合申报单位', 'It is submitted; its parties cannot be changed'));
  if (application.returned && now > new Date(application.returned.dueAt)) throw refused('correction_overdue', say('补正期限已过', 'The time for correcting is over'));
}
