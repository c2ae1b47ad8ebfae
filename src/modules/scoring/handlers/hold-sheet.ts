import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { isId } from '#libs/database';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, rulesFor, type CallView, type ScoreBloc } from '#modules/calls';
import type { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { conflicted, noSuchSheet, notLive, stageClosed, undeclared } from '../scoring.errors.js';
import { PlaceStore, type KeptPlace } from '../store/place.store.js';
import { isLive } from './hold-stage.js';

const MOST_REMEMBERED = 10_000;

/** One judge's place before one application, with all that decides whether she may score there. */
export interface ScoringPlace {
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly bloc: ScoreBloc;
  readonly declaration: ConflictDeclaration | null;
  readonly sheet: ScoreSheet | null;
  readonly stageOpen: boolean;
  /** Always true outside a roadshow. */
  readonly live: boolean;
}

/** The same, with what she judges. */
export interface Place extends ScoringPlace {
  readonly application: ApplicationView;
}

/** Finds the place of a judge. To everybody else, and for an application outside her stage, it does not exist. */
@Injectable()
export class HoldSheet {
  /** By seat: one never goes over to another call. */
  private readonly callOf = new Map<string, string>();

  constructor(
    private readonly places: PlaceStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async place(seatId: string, applicationId: string, actor: Actor, hold = false): Promise<Place> {
    return this.with(await this.own(seatId, applicationId, actor, hold), applicationId);
  }

  /**
   * For writing the sheet, without reading the application: writing it holds the stage. All in one question where the call is known from the save before.
   * @throws DomainError `sheet_absent`
   */
  async toScore(seatId: string, applicationId: string, actor: Actor): Promise<ScoringPlace> {
    const before = this.callOf.get(seatId);
    const [kept, known] = await Promise.all([this.own(seatId, applicationId, actor, false), before === undefined ? undefined : this.calls.asOfRequest(before)]);
    const call = known ?? (await this.calls.asOfRequest(kept.seat.callId));
    if (this.callOf.size >= MOST_REMEMBERED) this.callOf.clear();
    this.callOf.set(seatId, kept.seat.callId);
    // Only boards of a round have rules of their own.
    const categoryKey = call.rulebook.boards ? await this.applications.categoryOf(applicationId) : '';
    if (categoryKey === null) throw noSuchSheet();
    return placeOf(kept, call, categoryKey);
  }

  /** The place of a seat, whoever asks: the caller has judged. @throws DomainError `sheet_absent` for an application outside its stage */
  async of(seat: PanelSeat, applicationId: string, hold: boolean): Promise<Place> {
    return this.with(await this.owed(seat.id, applicationId, hold), applicationId);
  }

  private async own(seatId: string, applicationId: string, actor: Actor, hold: boolean): Promise<KeptPlace> {
    const kept = await this.owed(seatId, applicationId, hold);
    if (kept.seat.status !== 'seated' || kept.seat.accountId !== actor.accountId) throw noSuchSheet();
    return kept;
  }

  private async owed(seatId: string, applicationId: string, hold: boolean): Promise<KeptPlace> {
    const kept = isId(seatId) && isId(applicationId) ? await this.places.find(seatId, applicationId, hold) : null;
    if (!kept?.owed) throw noSuchSheet();
    return kept;
  }

  /** Only now is the application read: what was given to others must not take longer than what is not there. */
  private async with(kept: KeptPlace, applicationId: string): Promise<Place> {
    const [call, [application]] = await Promise.all([this.calls.get(kept.seat.callId), this.applications.many([applicationId])]);
    if (!application) throw noSuchSheet();
    return { ...placeOf(kept, call, application.categoryKey), application };
  }
}

/** @throws DomainError `sheet_absent` in a bloc of boards to which it was not handed in */
function placeOf({ seat, stageOpen, opened, declaration, sheet }: KeptPlace, whole: CallView, categoryKey: string): ScoringPlace {
  const rulebook = rulesFor(whole.rulebook, categoryKey);
  const call = { ...whole, rulebook };
  const stage = rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
  const bloc = stage.blocs.find(({ key }) => key === seat.blocKey);
  if (!bloc) throw noSuchSheet();
  return { seat, call, bloc, declaration, sheet, stageOpen, live: !isLive(call, stage) || opened };
}

/** @throws DomainError `stage_not_open`, `declaration_first`, `conflict_of_interest`, `not_live` */
export function refuseScoring({ stageOpen, declaration, live }: ScoringPlace): void {
  if (!stageOpen) throw stageClosed();
  if (!declaration) throw undeclared();
  if (declaration.verdict !== 'none') throw conflicted();
  if (!live) throw notLive();
}
