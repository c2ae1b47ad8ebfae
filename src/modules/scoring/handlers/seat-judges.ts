import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { PanelSeat, type SeatId } from '../domain/score-sheet.js';
import { noSuchSeat } from '../scoring.errors.js';
import { ExpertStore } from '../store/expert.store.js';
import { PanelStore } from '../store/panel.store.js';
import { HoldStage } from './hold-stage.js';
import { ReadPool } from './read-pool.js';
import { VoidSheets } from './void-sheets.js';

interface Bloc {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
}

/** Gives somebody of the pool a seat on a panel, under the next alias. */
@Injectable()
export class GiveSeat {
  constructor(
    private readonly panels: PanelStore,
    private readonly experts: ExpertStore,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `barred_occupation` where the money route keeps her occupation off the panel */
  async run({ callId, stageKey, blocKey }: Bloc, accountId: string, barred: readonly string[] = []): Promise<PanelSeat> {
    const occupation = (await this.experts.profile(accountId))?.occupation;
    if (occupation && barred.includes(occupation)) throw refused('barred_occupation', say('按本批次的资金方式，该职业不得担任评审专家（规则书“不得担任评委”）', 'On this money route the rulebook keeps her occupation off the panel'));
    const present = (await this.panels.seats(callId, stageKey)).filter((seat) => seat.blocKey === blocKey);
    const before = present.find((seat) => seat.accountId === accountId);
    const seat = before ?? Object.assign(new PanelSeat(), { id: newId<SeatId>(), callId, stageKey, blocKey, accountId, alias: `评委${present.length + 1}` });
    Object.assign(seat, { status: 'seated', reason: null, seatedAt: before?.seatedAt ?? (await this.time.now()) });
    await this.panels.saveSeat(seat);
    return seat;
  }
}

/** An officer names a judge of the pool. */
@Injectable()
export class SeatJudges {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly pool: ReadPool,
    private readonly giving: GiveSeat,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `not_in_pool`, `score_stage_absent` */
  name(bloc: Bloc, accountId: string, actor: Actor): Promise<PanelSeat> {
    return this.tx.run(async () => {
      const call = await this.holding.call(bloc.callId, actor);
      const { panel } = this.holding.bloc(call, bloc.stageKey, bloc.blocKey);
      if (!(await this.pool.of(call)).some(({ id }) => id === accountId)) throw refused('not_in_pool', say('此人不在本单位的评审专家库中', 'This person is not in the pool of judges'));
      const seat = await this.giving.run(bloc, accountId, panel.barred);
      await this.audit.record({ action: 'panel.seated', subject: { kind: 'call', id: call.id }, actor, facts: { ...bloc, accountId, alias: seat.alias } });
      return seat;
    });
  }
}

/** A judge leaves a panel; her sheets no longer count. */
@Injectable()
export class UnseatJudge {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly voiding: VoidSheets,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `seat_absent`, `stage_sealed` */
  run(seatId: string, reason: string, actor: Actor): Promise<PanelSeat> {
    return this.tx.run(async () => {
      const seat = await this.panels.seat(seatId);
      if (!seat) throw noSuchSeat();
      await this.holding.call(seat.callId, actor);
      if ((await this.panels.lockStage(seat.callId, seat.stageKey))?.status === 'sealed') throw refused('stage_sealed', say('该评分环节已封存', 'This stage is sealed'));
      Object.assign(seat, { status: 'unseated', reason });
      await this.panels.saveSeat(seat);
      await this.voiding.run([seat], actor, reason);
      await this.audit.record({ action: 'panel.unseated', subject: { kind: 'call', id: seat.callId }, actor, facts: { seatId, reason } });
      return seat;
    });
  }
}
