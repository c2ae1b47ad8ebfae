import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { Events } from '#libs/events';
import { OrganisationsFacade } from '#modules/organisations';
import { APPLICATION_EVENTS } from '../applications.events.js';
import { mayKnowWhy } from '../applications.permissions.js';
import { ApplicationHistory, type Application } from '../domain/application.js';
import { applicationLifecycle, type ApplicationContext, type ApplicationMove } from '../domain/application.lifecycle.js';
import { ApplicationStore } from '../store/application.store.js';

interface Extra {
  /** What else changes with the move, after it was found possible. */
  readonly adapt?: () => void | Promise<void>;
  readonly facts?: object;
  /** What else is written with it. */
  readonly writes?: () => Promise<void>[];
}

/** Moves a locked application along its life: row, history, audit leaf and news in the caller's transaction. */
@Injectable()
export class RecordMove {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly organisations: OrganisationsFacade,
  ) {}

  /** @throws DomainError `organisation_stopped` or `partner_stopped` while staff have stopped a party, `wrong_state`, or the guard's own reason */
  async run(application: Application, move: ApplicationMove, given: ApplicationContext, extra: Extra = {}): Promise<Application> {
    const from = application.status;
    const context = await this.withStop(application, given);
    const news = applicationLifecycle.move(application, move, context);
    await extra.adapt?.();
    const { id, status, version, callId, organisationId, nodePath, number } = application;
    const reason = context.reason ?? null;
    const step = Object.assign(new ApplicationHistory(), {
      applicationId: id, step: version + 1, move, fromStatus: from, toStatus: status, reason, actorId: context.actor.accountId, at: context.now,
    });
    // Asked in one breath: whichever fails, nothing of it is kept.
    await Promise.all([
      this.applications.update(application),
      this.applications.addHistory(step),
      this.audit.record({ action: `application.${move}`, subject: { kind: 'application', id }, actor: context.actor, facts: { from, to: status, reason, ...extra.facts } }),
      news ? this.events.tell(APPLICATION_EVENTS[news as keyof typeof APPLICATION_EVENTS], { applicationId: id, callId, organisationId, nodePath, number: number ?? '' }) : undefined,
      ...(extra.writes?.() ?? []),
    ]);
    return application;
  }

  /** The facts of a submission have it already; nobody is asked twice. */
  private async withStop({ parties, nodePath }: Application, given: ApplicationContext): Promise<ApplicationContext> {
    if (given.stopReason !== undefined) return given;
    const known = (id: string) => mayKnowWhy(given.actor, { nodePath }, id);
    const others = parties.filter((id) => !known(id));
    const [stopReason, other] = await Promise.all([this.organisations.stopOf(parties.filter(known)), others.length > 0 ? this.organisations.stopOf(others) : null]);
    return { ...given, stopReason, partnerStopped: other !== null };
  }
}
