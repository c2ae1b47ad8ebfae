import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, refused, say } from '#libs/errors';
import type { CallView } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import type { PaperSheet } from '../domain/paper/paper-sheet.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { readCode } from '../domain/short-code.js';
import { noSuchSeat } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { PaperStore } from '../store/paper.store.js';
import { HoldBallot, isHandedIn, versionOf, type BallotPlace } from './hold-ballot.js';
import { HoldSheet, type Place } from './hold-sheet.js';
import { HoldStage } from './hold-stage.js';

export const noSuchPaper = () => absent('paper_absent', say('没有这个编码的评分表，请核对纸上的编码', 'No sheet has this code; please compare it with the paper'));

/** Scans of what she signed belong to her seat, and are read through it alone. */
export const scansOf = (seatId: string) => ({ kind: 'panel_seat', id: seatId });

/** Finds the seat of a guest judge for an officer of its place. */
@Injectable()
export class HoldPaperSeat {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
  ) {}

  /** @throws DomainError `call_absent`, `seat_absent`, `own_panel`: whoever scores there herself must not read what others gave */
  async run(callId: string, seatId: string, actor: Actor): Promise<{ seat: PanelSeat; call: CallView }> {
    const call = await this.holding.call(callId, actor);
    const seat = await this.panels.seat(seatId);
    if (seat?.callId !== callId || seat.status !== 'seated' || !seat.onPaper) throw noSuchSeat();
    const sits = (await this.panels.seats(callId, seat.stageKey)).some(({ accountId, status }) => accountId === actor.accountId && status === 'seated');
    if (sits) throw refused('own_panel', say('您是本环节的评委，不能录入其他评委的评分', 'You judge in this stage and cannot bring in what others gave'));
    return { seat, call };
  }
}

/** What a paper sheet is about: one application, or the ballot of its seat. */
export type PaperPlace = { readonly place: Place; readonly ballot: null } | { readonly place: null; readonly ballot: BallotPlace };

export interface HeldPaper {
  readonly paper: PaperSheet;
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly about: PaperPlace;
}

@Injectable()
export class HoldPaper {
  constructor(
    private readonly seats: HoldPaperSeat,
    private readonly papers: PaperStore,
    private readonly sheets: HoldSheet,
    private readonly ballots: HoldBallot,
  ) {}

  /** @throws DomainError `paper_absent`, `own_panel` */
  async run(callId: string, typed: string, actor: Actor, hold = false): Promise<HeldPaper> {
    const code = readCode(typed);
    const paper = await (hold ? this.papers.lock(code) : this.papers.find(code));
    if (!paper) throw noSuchPaper();
    const { seat, call } = await this.seats.run(callId, paper.seatId, actor);
    return { paper, seat, call, about: await this.about(seat, paper, hold) };
  }

  private async about(seat: PanelSeat, { applicationId }: PaperSheet, hold: boolean): Promise<PaperPlace> {
    return applicationId === null ? { place: null, ballot: await this.ballots.place(seat, hold) } : { place: await this.sheets.of(seat, applicationId, hold), ballot: null };
  }
}

/** The version of the sheet, or of the ballot, that the paper is about. */
export const paperVersion = ({ place, ballot }: PaperPlace): number => (place ? (place.sheet?.version ?? 0) : versionOf(ballot));

export const isPaperIn = ({ place, ballot }: PaperPlace): boolean => (place ? place.sheet?.status === 'submitted' : isHandedIn(ballot));

/** Whether a seat votes by ballot instead of giving points. */
export const votes = ({ rulebook }: CallView, { stageKey, blocKey }: PanelSeat): boolean => isBallot(rulebook.scoring.stages.find(({ key }) => key === stageKey)!.blocs.find(({ key }) => key === blocKey)!);
