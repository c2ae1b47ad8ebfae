import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import type { PanelSeat, SealedRankingRow } from './domain/score-sheet.js';
import { stageClosed } from './scoring.errors.js';
import { PanelStore } from './store/panel.store.js';
import { SheetStore } from './store/sheet.store.js';

/** How the judges stand before one project; never what they gave. */
export interface LiveProgress {
  readonly due: number;
  readonly submitted: number;
  readonly waiting: readonly { accountId: string; name: string }[];
}

/** What the roadshow does with scoring. The commands join the caller's transaction. */
@Injectable()
export class ScoringFacade {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** The applications that are judged in the stage; empty before it begins. */
  async applicationsIn(callId: string, stageKey: string): Promise<string[]> {
    return (await this.panels.stage(callId, stageKey))?.applicationIds ?? [];
  }

  async seats(callId: string, stageKey?: string): Promise<PanelSeat[]> {
    return (await this.panels.seats(callId, stageKey)).filter(({ status }) => status === 'seated');
  }

  /** From now on the stage's judges can score the project. @throws DomainError `stage_not_open` */
  async openLive(callId: string, stageKey: string, applicationId: string): Promise<void> {
    await this.insist(callId, stageKey, applicationId);
    await this.panels.open(callId, stageKey, applicationId, await this.time.now());
  }

  async closeLive(callId: string, stageKey: string, applicationId: string): Promise<void> {
    await this.panels.close(callId, stageKey, applicationId, await this.time.now());
  }

  /** Whoever does not turn up is ranked by nobody. @throws DomainError `stage_not_open` */
  async forfeit(callId: string, stageKey: string, applicationId: string, reason: string): Promise<void> {
    await this.insist(callId, stageKey, applicationId);
    await this.panels.forfeit(callId, stageKey, applicationId, reason);
  }

  async liveProgress(callId: string, stageKey: string, applicationId: string): Promise<LiveProgress> {
    const seats = await this.seats(callId, stageKey);
    const [sheets, declarations] = await Promise.all([this.sheets.ofSeats(seats.map(({ id }) => id)), this.panels.declarations([applicationId])]);
    const due = seats.filter(({ accountId }) => !declarations.some((one) => one.accountId === accountId && one.verdict !== 'none'));
    const handedIn = (seat: PanelSeat) => sheets.some((sheet) => sheet.seatId === seat.id && sheet.applicationId === applicationId && sheet.status === 'submitted');
    const waiting = await Promise.all(due.filter((seat) => !handedIn(seat)).map(async ({ accountId, alias }) => ({ accountId, name: (await this.identity.person(accountId))?.name ?? alias })));
    return { due: due.length, submitted: due.length - waiting.length, waiting };
  }

  /** The newest sealed ranking of the round. */
  ranking(callId: string): Promise<SealedRankingRow | null> {
    return this.sheets.ranking(callId, null);
  }

  private async insist(callId: string, stageKey: string, applicationId: string): Promise<void> {
    const round = await this.panels.holdStage(callId, stageKey);
    if (round?.status !== 'open' || !round.applicationIds.includes(applicationId)) throw stageClosed();
  }
}

