import { Injectable } from '@nestjs/common';
import { unrestricted } from '#libs/access';
import { AuditProofs, type AuditHead } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { noSuchRound } from '../reporting.errors.js';
import { RoundRowsStore, type ApplicationLine, type AwardLine, type EvaluationLine, type MilestoneLine, type PaymentLine } from '../store/round-rows.store.js';
import { RoundStore, type RoundRow } from '../store/round.store.js';
import { RoundInFull } from './round-in-full.js';
import type { RoundStatisticsView } from './statistics.view.js';

/** Everything that a report of a round says, as it stood at one instant. */
export interface GatheredRound {
  readonly round: RoundRow;
  readonly statistics: RoundStatisticsView;
  readonly applications: readonly ApplicationLine[];
  readonly awards: readonly AwardLine[];
  readonly payments: readonly PaymentLine[];
  readonly milestones: readonly MilestoneLine[];
  readonly evaluations: readonly EvaluationLine[];
  /** What fixes the trail up to this report. */
  readonly head: AuditHead;
}

/** When a report is made, and what the trail holds by then. */
@Injectable()
export class GatheringDesk {
  constructor(
    readonly time: DatabaseTime,
    readonly proofs: AuditProofs,
  ) {}
}

@Injectable()
export class GatherRound {
  constructor(
    private readonly tx: Transaction,
    private readonly rounds: RoundStore,
    private readonly full: RoundInFull,
    private readonly rows: RoundRowsStore,
    private readonly desk: GatheringDesk,
  ) {}

  /** @throws DomainError `call_absent` */
  run(callId: string): Promise<GatheredRound> {
    return this.tx.run(async () => {
      await this.rounds.freeze();
      const round = await this.rounds.find(unrestricted('whoever asked for the report was judged when asking'), callId);
      if (!round) throw noSuchRound();
      const now = await this.desk.time.now();
      return {
        round, statistics: await this.full.run(round, now), applications: await this.rows.applications(callId), awards: await this.rows.awards(callId),
        payments: await this.rows.payments(callId), milestones: await this.rows.milestones(callId), evaluations: await this.rows.evaluations(callId), head: await this.desk.proofs.head(),
      };
    });
  }
}
