import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { noSuchApplication } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { GatherFacts } from './gather-facts.js';
import { RecordMove } from './record-move.js';

export const OWN_MOVES = ['amend', 'withdraw', 'revive'] as const;
export type OwnMove = (typeof OWN_MOVES)[number];

/** The applicant takes it back, takes it up again, or opens what was submitted for a change before the deadline. */
@Injectable()
export class MoveOwnApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly moves: RecordMove,
  ) {}

  /** @throws DomainError `application_absent`, `wrong_state`, `deadline_passed`, `review_begun` */
  run(id: string, move: OwnMove, actor: Actor): Promise<Application> {
    return this.tx.run(async () => {
      const application = await this.applications.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      const { context } = await this.gather.of(application, 'self_check', actor, true);
      return this.moves.run(application, move, context, { adapt: () => void (application.returned = null) });
    });
  }
}
