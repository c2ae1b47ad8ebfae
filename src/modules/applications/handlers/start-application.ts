import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { OrganisationsFacade, type Organisation } from '#modules/organisations';
import { mayNotApply, noSuchApplication } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import { Application, type ApplicationId } from '../domain/application.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import { registeredProfile } from '../domain/partners.js';
import { prefill, type EarlierAnswers } from '../domain/prefill.js';
import { refuseJoint } from '../domain/eligibility/judge-rules.js';
import { preferencesMet } from '../domain/eligibility/preferences.js';
import { ApplicationStore } from '../store/application.store.js';
import { AskPartners } from './ask-partners.js';
import { GatherFacts } from './gather-facts.js';

export interface NewApplication {
  readonly callId: string;
  readonly organisationId: string;
  readonly coOrganisationIds?: readonly string[];
  /** An application of the same organisation whose answers are taken over where they fit. */
  readonly fromApplicationId?: string;
}

/** Writes the draft down once nothing stands against applying. */
@Injectable()
export class RecordDraft {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly asking: AskPartners,
    private readonly audit: AuditTrail,
  ) {}

  async run(call: CallView, organisation: Organisation, coOrganisationIds: string[], earlier: EarlierAnswers | null, actor: Actor): Promise<Application> {
    const { bars, facts, context, partners } = await this.gather.ofNew(call, organisation.id, coOrganisationIds, actor);
    refuseJoint(call.rulebook, facts);
    const standing = bars.filter(({ code }) => code !== 'joint_application_needed');
    if (standing.length > 0) throw mayNotApply(standing);
    const { firstTimerCapFen } = call.rulebook.money;
    const application = Object.assign(new Application(), {
      id: newId<ApplicationId>(), callId: call.id, nodePath: call.nodePath, organisationId: organisation.id, organisationName: organisation.name, coOrganisationIds,
      status: 'draft', number: null, submittedAt: null, returned: null, reason: null, score: null, rank: null, outcome: null, announcedAt: null, projectStatus: null, projectSince: null, siteRequests: 0,
      ceilingFen: facts.earlierAwards === 0 ? firstTimerCapFen : null, preferences: preferencesMet(call.rulebook.preferences, facts),
      createdBy: actor.accountId, ownerId: actor.accountId, savedBy: actor.accountId, createdAt: context.now, revisedAt: context.now, version: 1,
    });
    const { answers, origins } = prefill({ sections: call.rulebook.form.sections, categories: call.rulebook.categories }, registeredProfile(call.rulebook, organisation, partners), context.now, earlier);
    application.origins = origins;
    application.answer(answers, readFigures(rulesOf(call.rulebook, answers), answers), { now: context.now, rulebookVersion: call.rulebookVersion });
    await this.applications.insert(application);
    if (coOrganisationIds.length > 0) await this.asking.run(application, actor);
    await this.audit.record({ action: 'application.started', subject: { kind: 'application', id: application.id }, actor, facts: { call: call.id, organisation: organisation.id, from: earlier?.id ?? null } });
    return application;
  }
}

/** A member begins an application for her organisation; what the profile knows is filled in. */
@Injectable()
export class StartApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationsFacade,
    private readonly calls: CallsFacade,
    private readonly records: RecordDraft,
    private readonly applications: ApplicationStore,
  ) {}

  /** @throws DomainError `call_absent`, `call_not_open`, `not_invited`, `joint_forbidden`, `may_not_apply` with every bar, `application_absent` for an earlier one that is not the organisation's */
  run({ callId, organisationId, coOrganisationIds = [], fromApplicationId }: NewApplication, actor: Actor): Promise<Application> {
    return this.tx.run(async () => {
      if (!isApplicant(actor, { organisationId })) throw noSuchApplication();
      const call = await this.calls.hold(callId);
      if (call.status !== 'open') throw refused('call_not_open', say('该批次目前不接受申报', 'The call takes no applications now'));
      insist(await this.calls.admits(callId, organisationId));
      const others = [...new Set(coOrganisationIds)].filter((id) => id !== organisationId);
      const organisation = await this.organisations.get(organisationId);
      return this.records.run(call, organisation, others, await this.earlier(fromApplicationId, organisationId), actor);
    });
  }

  private async earlier(id: string | undefined, organisationId: string): Promise<EarlierAnswers | null> {
    if (id === undefined) return null;
    const found = await this.applications.find(id);
    if (found?.organisationId !== organisationId) throw noSuchApplication();
    return { id: found.id, projectName: found.projectName, answers: found.answers, at: found.submittedAt ?? found.savedAt };
  }
}
