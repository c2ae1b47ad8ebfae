import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/audit';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { AWARD_EVENTS, type AwardNews } from '../awards.events.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle, type AwardContext, type AwardMove } from '../domain/award.lifecycle.js';
import { AwardStore } from '../store/award.store.js';

export const newsOf = ({ id, callId, applicationId, organisationId, nodePath, amountFen }: Award): AwardNews => ({ awardId: id, callId, applicationId, organisationId, nodePath, amountFen });

/** Moves an award along its life: row, audit leaf and news in the caller's transaction, the round locked. */
@Injectable()
export class RecordAward {
  constructor(
    private readonly awards: AwardStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly applications: ApplicationsFacade,
  ) {}

  /** @param changes what else the row keeps of the move @throws DomainError with the guard's own reason */
  async run(award: Award, move: AwardMove, context: AwardContext, changes: Partial<Award> = {}, facts: Record<string, unknown> = {}): Promise<Award> {
    const from = award.status;
    const news = awardLifecycle.move(award, move, context);
    Object.assign(award, changes);
    await this.awards.update(award);
    if (move === 'confirm') await this.applications.recordConfirmed(award.applicationId);
    const { id, status, amountFen } = award;
    await this.audit.record({ action: `award.${move}`, subject: { kind: 'award', id }, actor: context.actor, facts: { from, to: status, amountFen, ...facts } });
    if (news) await this.events.tell(AWARD_EVENTS[news as keyof typeof AWARD_EVENTS], newsOf(award));
    return award;
  }
}
