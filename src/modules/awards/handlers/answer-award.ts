import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { NothingLeftToDo } from '#modules/identity';
import { noSuchAward } from '../awards.errors.js';
import type { Award } from '../domain/award.js';
import { AwardStore } from '../store/award.store.js';
import { AwardRow } from './award.view.js';
import { MoveUp } from './move-up.js';
import { RecordAward } from './record-award.js';

export type Answer = 'accept' | 'decline';

/** Puts an answer on record; a no frees the place for the reserve list. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly records: RecordAward,
    private readonly applications: ApplicationsFacade,
    private readonly moveUp: MoveUp,
    private readonly events: Events,
  ) {}

  /** In the caller's transaction, the round locked. */
  async run(award: Award, answer: Answer, note: string | null, context: { actor: Actor; now: Date }): Promise<Award> {
    await this.records.run(award, answer, context, { answeredAt: context.now, note }, { note });
    await this.events.tell(NothingLeftToDo, { asked: [`award-confirmed:${award.id}`, `award-answer-due:${award.id}`] });
    if (answer === 'decline') {
      await this.applications.recordOutcome(award.applicationId, { kind: 'declined' }, context.actor);
      await this.moveUp.run(award, context.actor);
    }
    return award;
  }
}

/** The winner says yes or no, or nothing until the term is over. */
@Injectable()
export class AnswerAward {
  constructor(
    private readonly tx: Transaction,
    private readonly awards: AwardStore,
    private readonly time: DatabaseTime,
    private readonly records: RecordAnswer,
  ) {}

  /** @throws DomainError `award_absent`, `answer_late`, `wrong_state` */
  run(id: string, answer: Answer, note: string | null, actor: Actor): Promise<AwardRow> {
    return this.tx.run(async () => {
      const award = await this.hold(id);
      if (!award || !actor.holdsFor(award.organisationId, 'applicant')) throw noSuchAward();
      return AwardRow.of(await this.records.run(award, answer, note, { actor, now: await this.time.arrival() }));
    });
  }

  /** What the rulebook reads into silence, at the end of the term; nothing when the winner has answered in the meantime. */
  bySilence(id: string, answer: Answer): Promise<void> {
    return this.tx.run(async () => {
      const award = await this.hold(id);
      if (award?.status === 'confirmed') await this.records.run(award, answer, '逾期未答复', { actor: SYSTEM, now: award.answerUntil! });
    });
  }

  private async hold(id: string): Promise<Award | null> {
    const found = await this.awards.find(id);
    if (!found) return null;
    await this.awards.lockRound(found.callId);
    return this.awards.lock(id);
  }
}
