import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, rulesFor, type CallView, type ScoreBloc } from '#modules/calls';
import type { ConflictDeclaration, PanelSeat, ScoreSheet, ScoreStageRound } from '../domain/score-sheet.js';
import { conflicted, noSuchSheet, notLive, stageClosed, undeclared } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { isLive } from './hold-stage.js';
import { ReadDuties } from './read-duties.js';

/** One judge's place before one application, with all that decides what she may do there. */
export interface Place {
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly bloc: ScoreBloc;
  readonly application: ApplicationView;
  readonly declaration: ConflictDeclaration | null;
  readonly sheet: ScoreSheet | null;
  readonly stageOpen: boolean;
  /** Always true outside a roadshow. */
  readonly live: boolean;
}

/** Finds the place of a judge. To everybody else, and for an application outside her stage, it does not exist. */
@Injectable()
export class HoldSheet {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadDuties,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async place(seatId: string, applicationId: string, actor: Actor, hold = false): Promise<Place> {
    const { seat, round } = await this.seat(seatId, actor, hold);
    // Asked whatever the answer is: what was given to others must not take longer than what is not there.
    const duties = await this.owing.of(seat.callId);
    if (!round?.applicationIds.includes(applicationId) || !duties.includes(seat, applicationId)) throw noSuchSheet();
    const [whole, application] = await Promise.all([this.calls.get(seat.callId), this.applications.get(applicationId)]);
    const rulebook = rulesFor(whole.rulebook, application.categoryKey);
    const call = { ...whole, rulebook };
    const stage = rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    return {
      seat, call, application, bloc: stage.blocs.find(({ key }) => key === seat.blocKey)!, stageOpen: round.status === 'open',
      declaration: await this.panels.declaration(actor.accountId, applicationId),
      sheet: await (hold ? this.sheets.lockPlace(seatId, applicationId) : this.sheets.find(seatId, applicationId)),
      live: !isLive(call, stage) || (await this.panels.isOpen(call.id, seat.stageKey, applicationId)),
    };
  }

  private async seat(seatId: string, actor: Actor, hold: boolean): Promise<{ seat: PanelSeat; round: ScoreStageRound | null }> {
    const seat = await this.panels.seat(seatId);
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    return { seat, round: await (hold ? this.panels.holdStage(seat.callId, seat.stageKey) : this.panels.stage(seat.callId, seat.stageKey)) };
  }
}

/** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live` */
export function refuseScoring({ stageOpen, declaration, live }: Place): void {
  if (!stageOpen) throw stageClosed();
  if (!declaration) throw undeclared();
  if (declaration.verdict !== 'none') throw conflicted();
  if (!live) throw notLive();
}
