import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { isApplicant } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { partiesOpen } from '../domain/partners.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import { FindRefusal, mayAppeal } from './appeal-refusal.js';
import { OwnApplicationRow, type OwnWaits } from './own-application.view.js';

/** The applications of a member's organisations, with what each asks of her. */
@Injectable()
export class ListOwnApplications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly screening: ScreeningStore,
    private readonly refusals: FindRefusal,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** Newest first, those in which an organisation only takes part included. */
  async run(actor: Actor): Promise<OwnApplicationRow[]> {
    const own = await this.applications.ofWriter(actor.subjects('applicant'), actor.accountId);
    const [now, supplements] = [await this.time.now(), await this.screening.openSupplements(own.map(({ id }) => id))];
    const asked = await this.applications.askedOf(actor.subjects('applicant'));
    const ids = [...new Set(own.map(({ callId }) => callId))];
    const calls = new Map(await Promise.all(ids.map(async (id) => [id, await this.calls.get(id)] as const)));
    const waits = await Promise.all(own.map(async (application): Promise<OwnWaits> => {
      const supplement = application.status === 'submitted' ? supplements.find((one) => one.applicationId === application.id && one.isAwaited(now)) : undefined;
      return { toAgree: asked.has(application.id) && partiesOpen(application), supplementDueAt: supplement?.dueAt ?? null, appealUntil: await this.appealUntil(application, now) };
    }));
    return own.map((application, at) => OwnApplicationRow.ofOwn(application, calls.get(application.callId)!, { leads: isApplicant(actor, application), now, ...waits[at]! }));
  }

  private async appealUntil(application: Application, now: Date): Promise<Date | null> {
    const refusal = await this.refusals.run(application);
    return refusal && mayAppeal(refusal, now).allowed ? refusal.appealUntil : null;
  }
}
