import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { noSuchApplication } from '../applications.errors.js';
import { checkable, readsAsStaff } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { peopleNamed } from '../domain/form/people-named.js';
import { screeningRules } from '../domain/screening/consensus.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import { ApplicationRow } from './application.view.js';
import { GatherFacts } from './gather-facts.js';
import { CheckingView, RecordedMoveView, ScreenedRuleView, type ScreeningView } from './screening.view.js';
import { ApplicantOnRecord, type OtherApplicationView } from './staff.view.js';

/** What a screener has before her beside the answers. */
@Injectable()
export class ReadScreening {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly organisations: OrganisationsFacade,
    private readonly identity: IdentityFacade,
    private readonly screening: ScreeningStore,
  ) {}

  /** @throws DomainError `application_absent` */
  async run(id: string, actor: Actor): Promise<ScreeningView> {
    const application = await this.applications.find(id);
    if (!application || application.status === 'draft' || !readsAsStaff(actor, application)) throw noSuchApplication();
    const { rules, call, context } = await this.gather.of(application, 'screening', actor);
    const [checks, history, opinions] = await Promise.all([this.applications.checks(id), this.applications.history(id), this.screening.opinions(id)]);
    const names = await this.identity.names([...checks.map(({ checkedBy }) => checkedBy), ...history.map(({ actorId }) => actorId), ...opinions.map(({ screenerId }) => screenerId)]);
    const judged = { rules: screeningRules(call.rulebook), reader: actor.accountId, names, settled: checks.filter(({ settledBy }) => settledBy === 'officer').map(({ ruleId }) => ruleId) };
    const organisation = await this.organisations.get(application.organisationId);
    return {
      rules: rules.map((rule) => ScreenedRuleView.of(rule, checks, opinions, judged)), screeners: judged.rules.screeners, maySettle: actor.holdsAt(application.nodePath, 'officer'), checking: CheckingView.of(checkable(actor, application)),
      organisation: ApplicantOnRecord.of(organisation, await this.organisations.standing(organisation.id, dayOf(context.now)), await this.organisations.looksOf(organisation, peopleNamed(call.rulebook, application.answers))),
      others: await this.others(application, actor), history: history.map((row) => RecordedMoveView.of(row, names)),
    };
  }

  private async others(application: Application, actor: Actor): Promise<OtherApplicationView[]> {
    const all = await this.applications.ofOrganisations([application.organisationId]);
    const seen = all.filter((other) => other.id !== application.id && other.submittedAt !== null && other.status !== 'draft' && readsAsStaff(actor, other));
    const calls = await this.gather.callsOf(seen.map(({ callId }) => callId));
    return seen.map((other) => ({
      ...ApplicationRow.of(other, 'staff'), callNumber: calls.get(other.callId)!.number, callTitle: calls.get(other.callId)!.title,
      sameCall: other.callId === application.callId, awardedFen: other.outcome?.kind === 'awarded' ? other.outcome.amountFen : null,
    }));
  }
}
