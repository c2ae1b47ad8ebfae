import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { RecordGuest } from '#modules/identity';
import { datedStatements, ExpertProfile, type Occupation } from '../domain/experts/expert-profile.js';
import { PanelSeat, type SeatId } from '../domain/score-sheet.js';
import { noSuchSeat } from '../scoring.errors.js';
import { ExpertStore } from '../store/expert.store.js';
import { InvitationStore } from '../store/invitation.store.js';
import { PanelStore } from '../store/panel.store.js';
import { HoldStage } from './hold-stage.js';
import { ReadPool } from './read-pool.js';
import { WriteInvitation } from './write-invitation.js';
import { VoidSheets } from './void-sheets.js';

interface Bloc {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
}

/** A guest's alias tells everywhere that she scored on paper: on the board, in the manifest, in the published ranking. */
const aliasOf = (place: number, onPaper: boolean): string => `${onPaper ? '特邀评委' : '评委'}${place}`;

/** Gives somebody of the pool a seat on a panel, under the next alias. */
@Injectable()
export class GiveSeat {
  constructor(
    private readonly panels: PanelStore,
    private readonly experts: ExpertStore,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `barred_occupation` where the money route keeps her occupation off the panel */
  async run({ callId, stageKey, blocKey }: Bloc, accountId: string, barred: readonly string[] = [], onPaper = false): Promise<PanelSeat> {
    const occupation = (await this.experts.profile(accountId))?.occupation;
    if (occupation && barred.includes(occupation)) throw refused('barred_occupation', say('按本批次的资金方式，该职业不得担任评审专家（规则书“不得担任评委”）', 'On this money route the rulebook keeps her occupation off the panel'));
    const present = (await this.panels.seats(callId, stageKey)).filter((seat) => seat.blocKey === blocKey);
    const seat = present.find((one) => one.accountId === accountId) ?? Object.assign(new PanelSeat(), { id: newId<SeatId>(), callId, stageKey, blocKey, accountId, alias: aliasOf(present.length + 1, onPaper), onPaper, seatedAt: await this.time.now() });
    Object.assign(seat, { status: 'seated', reason: null });
    await this.panels.saveSeat(seat);
    return seat;
  }
}

/** Seats somebody of the pool, and writes it down. Joins the caller's transaction. */
@Injectable()
export class RecordSeat {
  constructor(
    private readonly giving: GiveSeat,
    private readonly invitations: InvitationStore,
    private readonly writing: WriteInvitation,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(bloc: Bloc, accountId: string, barred: readonly string[], actor: Actor): Promise<PanelSeat> {
    const seat = await this.giving.run(bloc, accountId, barred);
    const asked = await this.invitations.seated(bloc, accountId, await this.time.now());
    if (asked) await this.writing.answered(asked);
    await this.audit.record({ action: 'panel.seated', subject: { kind: 'call', id: bloc.callId }, actor, facts: { ...bloc, accountId, alias: seat.alias } });
    return seat;
  }
}

export interface Guest {
  readonly name: string;
  readonly employer: string;
  readonly occupation: Occupation;
  /** Compared with the telephones of applicants, when known. */
  readonly phone?: string;
}

/** An officer gives a seat to somebody without an account: she scores on paper. */
@Injectable()
export class SeatGuest {
  constructor(
    private readonly guests: RecordGuest,
    private readonly experts: ExpertStore,
    private readonly giving: GiveSeat,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** Joins the caller's transaction. @throws DomainError `barred_occupation` */
  async run(bloc: Bloc, { name, employer, occupation, phone }: Guest, barred: readonly string[], actor: Actor): Promise<PanelSeat> {
    const { id } = await this.guests.run(name, actor);
    const unsaid = { employerCode: null, title: '', territoryCode: null, topics: [], languages: ['zh'], most: null, address: null, away: [] };
    const now = await this.time.now();
    const said = { ...unsaid, employer, occupation, phone: phone ?? null };
    await this.experts.saveProfile(Object.assign(new ExpertProfile(), said, datedStatements(now, said, null), { accountId: id, savedBy: actor.accountId, savedAt: now, version: 1 }));
    const seat = await this.giving.run(bloc, id, barred, true);
    await this.audit.record({ action: 'panel.guest_seated', subject: { kind: 'call', id: bloc.callId }, actor, facts: { ...bloc, accountId: id, alias: seat.alias } });
    return seat;
  }
}

/** An officer names a judge of the pool, or a guest. */
@Injectable()
export class SeatJudges {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly pool: ReadPool,
    private readonly records: RecordSeat,
    private readonly guests: SeatGuest,
  ) {}

  /** @throws DomainError `not_in_pool`, `score_stage_absent` */
  name(bloc: Bloc, accountId: string, actor: Actor): Promise<PanelSeat> {
    return this.tx.run(async () => {
      const call = await this.holding.call(bloc.callId, actor);
      const { panel } = this.holding.bloc(call, bloc.stageKey, bloc.blocKey);
      if (!(await this.pool.of(call)).some(({ id }) => id === accountId)) throw refused('not_in_pool', say('此人不在本单位的评审专家库中', 'This person is not in the pool of judges'));
      return this.records.run(bloc, accountId, panel.barred, actor);
    });
  }

  /** @throws DomainError `score_stage_absent`, `bloc_external`, `barred_occupation` */
  guest(bloc: Bloc, guest: Guest, actor: Actor): Promise<PanelSeat> {
    return this.tx.run(async () => {
      const call = await this.holding.call(bloc.callId, actor);
      const { panel, kind } = this.holding.bloc(call, bloc.stageKey, bloc.blocKey);
      if (kind === 'external') throw refused('bloc_external', say('该评分组没有评委席位', 'Nobody sits on this panel'));
      return this.guests.run(bloc, guest, panel.barred, actor);
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
      await this.holding.callBehind(seat.callId, actor, noSuchSeat);
      if ((await this.panels.lockStage(seat.callId, seat.stageKey))?.status === 'sealed') throw refused('stage_sealed', say('该评分环节已封存', 'This stage is sealed'));
      Object.assign(seat, { status: 'unseated', reason });
      await this.panels.saveSeat(seat);
      await this.voiding.run([seat], actor, reason);
      await this.audit.record({ action: 'panel.unseated', subject: { kind: 'call', id: seat.callId }, actor, facts: { seatId, reason } });
      return seat;
    });
  }
}
