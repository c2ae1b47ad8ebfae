import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { noSuchAward, noSuchRound } from '../awards.errors.js';
import { AwardAccepted } from '../awards.events.js';
import { reads } from '../awards.permissions.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import { AwardStore } from '../store/award.store.js';
import { newsOf } from './award-news.js';
import { AwardRow } from './award.view.js';
import { MoveUp } from './move-up.js';

/** The winner says yes or no; a no lets the reserve move up. */
@Injectable()
export class AnswerAward {
  constructor(
    private readonly tx: Transaction,
    private readonly awards: AwardStore,
    private readonly applications: ApplicationsFacade,
    private readonly moveUp: MoveUp,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  run(id: string, move: 'accept' | 'decline', note: string | null, actor: Actor): Promise<AwardRow> {
    return this.tx.run(async () => {
      const award = await this.hold(id);
      if (!award || !actor.holdsFor(award.organisationId, 'applicant')) throw noSuchAward();
      return this.apply(award, move, note, { actor, now: await this.time.now() });
    });
  }

  /** What the rulebook reads into silence; nothing when the winner has answered in the meantime. */
  bySilence(id: string, move: 'accept' | 'decline'): Promise<void> {
    return this.tx.run(async () => {
      const award = await this.hold(id);
      if (award?.status !== 'confirmed') return;
      await this.apply(award, move, '逾期未答复 no answer in the term', { actor: SYSTEM, now: award.answerUntil! });
    });
  }

  async list(callId: string, actor: Actor): Promise<AwardRow[]> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
  }

  /** What the actor's organisations have won, from the confirmation on. */
  async mine(actor: Actor): Promise<AwardRow[]> {
    return (await this.awards.ofOrganisations(actor.subjects('applicant'), ['confirmed', 'accepted', 'declined'])).map((award) => AwardRow.of(award));
  }

  private async hold(id: string): Promise<Award | null> {
    const found = await this.awards.find(id);
    if (!found) return null;
    await this.awards.lockRound(found.callId);
    return this.awards.lock(id);
  }

  private async apply(award: Award, move: 'accept' | 'decline', note: string | null, context: { actor: Actor; now: Date }): Promise<AwardRow> {
    awardLifecycle.move(award, move, context);
    Object.assign(award, { answeredAt: context.now, note });
    await this.awards.update(award);
    await this.audit.record({ action: `award.${award.status}`, subject: { kind: 'award', id: award.id }, actor: context.actor, facts: { note } });
    if (award.status === 'accepted') await this.events.tell(AwardAccepted, newsOf(award));
    else {
      await this.applications.recordOutcome(award.applicationId, { kind: 'declined' }, context.actor);
      await this.moveUp.run(award, context.actor);
    }
    return AwardRow.of(award);
  }
}

export const readSilenceJob = defineJob<object>('awards.read-silence', { queue: 'clock', runs: 'outside' });

/** Every term for an answer that has run out takes the effect that the rulebook gives to silence. */
@Injectable()
@Handles(readSilenceJob)
@Repeats('*/10 * * * *')
export class ReadSilence implements JobHandler<object> {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly answering: AnswerAward,
  ) {}

  async run(): Promise<void> {
    for (const award of await this.awards.unanswered(await this.time.now())) {
      const { silence } = (await this.calls.get(award.callId)).rulebook.acceptance;
      await this.answering.bySilence(award.id, silence === 'accepts' ? 'accept' : 'decline');
    }
  }
}
