import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { isId } from '#libs/database';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { rulesFor, type CallView, type ScoreBloc } from '#modules/calls';
import type { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
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
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadDuties,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async place(seatId: string, applicationId: string, actor: Actor, hold = false): Promise<Place> {
    const seat = await this.panels.seat(seatId);
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    return this.of(seat, applicationId, hold);
  }

  /** The place of a seat, whoever asks: the caller has judged. @throws DomainError `sheet_absent` for an application outside its stage */
  async of(seat: PanelSeat, applicationId: string, hold: boolean): Promise<Place> {
    if (!isId(applicationId)) throw noSuchSheet();
    // In one breath, the stage first: whoever seals it and whoever scores in it come in the same order.
    const [{ duty, call: whole }, found, declaration, sheet] = await Promise.all([
      this.owing.ofSeat(seat, applicationId, hold), this.applications.many([applicationId]),
      this.panels.declaration(seat.accountId, applicationId), hold ? this.sheets.lockPlace(seat.id, applicationId) : this.sheets.find(seat.id, applicationId),
    ]);
    const [application] = found;
    if (!duty?.owed || !application) throw noSuchSheet();
    const rulebook = rulesFor(whole.rulebook, application.categoryKey);
    const call = { ...whole, rulebook };
    const stage = rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    return {
      seat, call, application, bloc: stage.blocs.find(({ key }) => key === seat.blocKey)!, stageOpen: duty.stageOpen,
      declaration, sheet, live: !isLive(call, stage) || (await this.isOpen(seat, applicationId)),
    };
  }

  /** Paper that was filled in while a project presented is brought in after the hall has closed. */
  private async isOpen({ callId, stageKey, onPaper }: PanelSeat, applicationId: string): Promise<boolean> {
    return onPaper ? (await this.panels.presentedIn(callId, stageKey)).includes(applicationId) : this.panels.isOpen(callId, stageKey, applicationId);
  }
}

/** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live` */
export function refuseScoring({ stageOpen, declaration, live }: Place): void {
  if (!stageOpen) throw stageClosed();
  if (!declaration) throw undeclared();
  if (declaration.verdict !== 'none') throw conflicted();
  if (!live) throw notLive();
}
