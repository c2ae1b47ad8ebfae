import { Injectable } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import type { Actor } from '#libs/access';
import { refused, say } from '#libs/errors';
import { LiveNews } from '#libs/live';
import { ScoringFacade } from '#modules/scoring';
import { noSuchSession } from '../roadshows.errors.js';
import { RoadshowStore } from '../store/roadshow.store.js';

/** Screens without a name, in one process: beyond that they ask now and then, as a screen does whose connection breaks. */
const MOST_SCREENS = 300;
const tooMany = () => refused('too_many_screens', say('现场屏幕过多，本页将定时刷新', 'Too many screens are listening; this page asks now and then instead'));

/**
 * Of which places each screen of a roadshow hears. What only the host may know (who has handed in, who steps aside) has a place of its own,
 * so that not even the moment of it reaches the hall or another judge.
 */
@Injectable()
export class HearRoadshow {
  private screens = 0;

  constructor(
    private readonly news: LiveNews,
    private readonly roadshows: RoadshowStore,
    private readonly scoring: ScoringFacade,
  ) {}

  /** A judge's phone: her halls, and what concerns herself. */
  async judge(actor: Actor): Promise<Observable<unknown>> {
    const seats = await this.scoring.seatsOf(actor.accountId);
    return this.news.of([`judge:${actor.accountId}`, ...new Set(seats.map(({ callId }) => `roadshow:${callId}`))]);
  }

  /** The console. @throws DomainError `roadshow_absent` */
  async console(sessionId: string, actor: Actor): Promise<Observable<unknown>> {
    const session = await this.roadshows.find(sessionId);
    if (!session || !actor.holdsAt(session.nodePath, 'officer', 'auditor')) throw noSuchSession();
    return this.news.of([`roadshow:${session.callId}`, `desk:${session.callId}`]);
  }

  /** The screen in the hall. @throws DomainError `roadshow_absent` before it begins, `too_many_screens` */
  async stage(sessionId: string): Promise<Observable<unknown>> {
    const session = await this.roadshows.find(sessionId);
    if (!session || session.status === 'planned') throw noSuchSession();
    if (this.screens >= MOST_SCREENS) throw tooMany();
    this.screens += 1;
    return this.news.of([`roadshow:${session.callId}`]).pipe(finalize(() => (this.screens -= 1)));
  }
}
