import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreBloc, type ScoreStage } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import type { ConflictDeclaration, PanelSeat, ScoreSheet, ScoreStageRound } from '../domain/score-sheet.js';
import { noSuchSheet } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { isLive } from './hold-stage.js';
import { ReadDuties } from './read-duties.js';

/** A judge's ballot: every application that is hers to rank, with what she has declared and said of each. */
export interface BallotPlace {
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly stage: ScoreStage;
  readonly bloc: ScoreBloc & { readonly aggregation: Extract<ScoreBloc['aggregation'], { method: 'ranked_ballot' }> };
  readonly stageStatus: 'waiting' | 'open' | 'sealed';
  readonly applications: readonly ApplicationView[];
  readonly declarations: ReadonlyMap<string, ConflictDeclaration>;
  readonly sheets: ReadonlyMap<string, ScoreSheet>;
  /** Who has presented so far; null outside a roadshow. */
  readonly presented: ReadonlySet<string> | null;
}

/** Finds it for the judge herself; for everybody else, and where her bloc gives points, it does not exist. */
@Injectable()
export class HoldBallot {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadDuties,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async of(seatId: string, actor: Actor, hold = false): Promise<BallotPlace> {
    const seat = await (hold ? this.panels.lockSeat(seatId) : this.panels.seat(seatId));
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    return this.place(seat, hold);
  }

  /** The ballot of a seat, whoever asks: the caller has judged. @throws DomainError `sheet_absent` where its bloc gives points */
  async place(seat: PanelSeat, hold: boolean): Promise<BallotPlace> {
    const call = await this.calls.get(seat.callId);
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    const bloc = stage.blocs.find(({ key }) => key === seat.blocKey)!;
    if (!isBallot(bloc)) throw noSuchSheet();
    const round = await this.round(call.id, stage.key, hold);
    const [duties, hall] = await Promise.all([this.owing.of(call.id), this.hall(call, stage)]);
    const ids = (round?.applicationIds ?? []).filter((id) => duties.includes(seat, id) && !hall.absent.has(id));
    const [applications, declared, sheets] = await Promise.all([this.applications.many(ids), this.panels.declarations(ids), this.sheets.ofSeats([seat.id])]);
    return {
      seat, call, stage, bloc, stageStatus: round?.status ?? 'waiting', applications: [...applications].sort((a, b) => (a.number! < b.number! ? -1 : 1)),
      declarations: new Map(declared.filter(({ accountId }) => accountId === seat.accountId).map((one) => [one.applicationId, one])),
      sheets: new Map(sheets.map((sheet) => [sheet.applicationId, sheet])), presented: hall.presented,
    };
  }

  /** Whoever did not turn up is ranked by nobody, and whoever has not presented yet is not ranked yet. */
  private async hall(call: CallView, stage: ScoreStage): Promise<{ presented: BallotPlace['presented']; absent: ReadonlySet<string> }> {
    if (!isLive(call, stage)) return { presented: null, absent: new Set() };
    const [presented, forfeited] = await Promise.all([this.panels.presentedIn(call.id, stage.key), this.panels.forfeited(call.id)]);
    return { presented: new Set(presented), absent: new Set(forfeited.filter(({ stageKey }) => stageKey === stage.key).map(({ applicationId }) => applicationId)) };
  }

  private round(callId: string, stageKey: string, hold: boolean): Promise<ScoreStageRound | null> {
    return hold ? this.panels.holdStage(callId, stageKey) : this.panels.stage(callId, stageKey);
  }
}

/** Nothing ties her to them, and she has not left them to the others. */
const hersIn = ({ applications, declarations, sheets }: BallotPlace): string[] =>
  applications.map(({ id }) => id).filter((id) => declarations.get(id)?.verdict === 'none' && sheets.get(id)?.status !== 'abstained');

/** Whom she may rank now: in a hall only who has presented. */
export const candidatesOf = (place: BallotPlace): string[] => hersIn(place).filter((id) => place.presented?.has(id) ?? true);

/** How many of hers have yet to present. */
export const toComeIn = (place: BallotPlace): number => hersIn(place).length - candidatesOf(place).length;

/** Rises with every change of any of its sheets. */
export const versionOf = ({ sheets }: BallotPlace): number => [...sheets.values()].reduce((sum, { version }) => sum + version, 0);

/** Handed in as a whole, opened again as a whole. */
export const isHandedIn = (place: BallotPlace): boolean => candidatesOf(place).some((id) => place.sheets.get(id)?.status === 'submitted');

export const undeclaredIn = ({ applications, declarations }: BallotPlace): number => applications.filter(({ id }) => !declarations.has(id)).length;
