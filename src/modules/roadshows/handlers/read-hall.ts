import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ScoringFacade, type PanelSeat } from '#modules/scoring';
import type { RoadshowSession } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import { isOver, ReadRoadshow } from './read-roadshow.js';
import type { HallTurnView, HallView } from './roadshow.view.js';

const ON_STAGE = ['presenting', 'questions', 'scoring'];

/** What a judge’s phone follows in the hall: her own standing, and nobody else’s. */
@Injectable()
export class ReadHall {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly reading: ReadRoadshow,
    private readonly scoring: ScoringFacade,
  ) {}

  /** The halls in which the actor sits as a judge: running ones first. */
  async run(actor: Actor): Promise<HallView[]> {
    const seats = await this.scoring.seatsOf(actor.accountId);
    const places = new Map(seats.map((seat) => [`${seat.callId} ${seat.stageKey}`, seat]));
    const found = await Promise.all([...places.values()].map(async (seat) => (await this.roadshows.ofCall(seat.callId)).filter(({ stageKey }) => stageKey === seat.stageKey).map((session) => this.hall(session, seat))));
    return (await Promise.all(found.flat())).sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  }

  private async hall(session: RoadshowSession, seat: PanelSeat): Promise<HallView> {
    const [{ stage }, ballot] = await Promise.all([this.reading.see(session), this.scoring.votes(seat)]);
    const turns = await Promise.all(stage.turns.map(async (turn): Promise<HallTurnView> => {
      const { seatId, conflict, status, submittedAt, open } = await this.scoring.standing(seat, turn.applicationId);
      return { ...turn, seatId, conflict, sheet: status, submittedAt, open };
    }));
    const current = turns.find(({ status }) => ON_STAGE.includes(status)) ?? null;
    const { sessionId, callTitle, groupTitle, status, serverTime, warningSeconds } = stage;
    return {
      sessionId, callTitle, groupTitle, status, serverTime, warningSeconds, current, ballotSeatId: ballot ? seat.id : null, turns: turns.length, over: turns.filter(isOver).length,
      next: turns.find((turn) => turn.status === 'waiting' && turn.position !== null) ?? null,
      owed: ballot ? [] : turns.filter((turn) => turn !== current && turn.open && turn.conflict !== 'has' && turn.conflict !== 'unsure' && turn.sheet !== 'submitted'),
      undeclared: turns.filter(({ conflict, status: turnStatus }) => conflict === null && turnStatus !== 'absent'),
    };
  }
}

const ORDER = ['running', 'planned', 'closed'];
