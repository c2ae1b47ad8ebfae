import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, type Sentence } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import { placeIn } from '../domain/ballots/ballot-sheet.js';
import { judgedName } from '../domain/blind/judged-name.js';
import type { ScoreSheet } from '../domain/score-sheet.js';
import { stageClosed } from '../scoring.errors.js';
import type { BallotRowView, BallotView } from './ballot.view.js';
import { candidatesOf, HoldBallot, isHandedIn, versionOf, type BallotPlace } from './hold-ballot.js';

/** A judge's own ballot, and nobody else's. */
@Injectable()
export class ReadBallot {
  constructor(private readonly holding: HoldBallot) {}

  /** @throws DomainError `sheet_absent` */
  async run(seatId: string, actor: Actor): Promise<BallotView> {
    const place = await this.holding.of(seatId, actor);
    const { seat, call, stage, bloc } = place;
    const { count, partial, seats } = bloc.aggregation;
    return {
      seatId: seat.id, callTitle: call.title, stageTitle: stage.title, blocTitle: bloc.title, blind: bloc.blind, count, partial: partial === 'allowed', seats: count === 'stv' ? (seats ?? 1) : null,
      closesAt: call.rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? null, criteria: bloc.criteria, version: versionOf(place), ...standingOf(place),
      refusal: place.stageStatus === 'open' ? null : closedSentence(), live: place.presented !== null, rows: place.applications.map((application) => rowOf(application, place)),
    };
  }
}

const closedSentence = (): Sentence => (stageClosed() as DomainError).sentence;

function standingOf(place: BallotPlace): Pick<BallotView, 'status' | 'savedAt' | 'submittedAt'> {
  const own = candidatesOf(place).flatMap((id) => place.sheets.get(id) ?? []).filter(isLive);
  const latest = (dates: (Date | null)[]) => dates.reduce<Date | null>((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
  const handedIn = isHandedIn(place);
  return { status: handedIn ? 'submitted' : own.length > 0 ? 'draft' : null, savedAt: latest(own.map(({ savedAt }) => savedAt)), submittedAt: handedIn ? latest(own.map(({ submittedAt }) => submittedAt)) : null };
}

function rowOf(application: ApplicationView, { bloc, declarations, sheets, presented }: BallotPlace): BallotRowView {
  const { id, number } = application;
  const sheet: ScoreSheet | undefined = sheets.get(id);
  const said = sheet && isLive(sheet) ? { place: placeIn(sheet.entries), commitment: sheet.commitment } : { place: null, commitment: null };
  return { applicationId: id, number: number!, projectName: judgedName(bloc, application), conflict: declarations.get(id)?.verdict ?? null, rankable: presented?.has(id) ?? true, abstained: sheet?.status === 'abstained', ...said };
}

const isLive = ({ status }: ScoreSheet): boolean => status === 'draft' || status === 'submitted';
