import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import type { PanelSeat, SealedRankingRow } from './domain/score-sheet.js';
import { stageClosed } from './scoring.errors.js';
import { PanelStore } from './store/panel.store.js';
import { SheetStore, type RecordedSubmission } from './store/sheet.store.js';
import { ReadDuties } from './handlers/read-duties.js';

/** How the judges stand before one project; never what they gave. */
export interface LiveProgress {
  /** It can be scored at this moment. */
  readonly open: boolean;
  readonly due: number;
  readonly submitted: number;
  readonly everybody: readonly JudgeName[];
  readonly waiting: readonly JudgeName[];
  /** Who has stepped aside, or is not sure and therefore out for now. */
  readonly recused: readonly JudgeName[];
  /** Who has not said yet whether anything ties her to it. */
  readonly undeclared: readonly JudgeName[];
  readonly lastSubmittedAt: Date | null;
}

export interface JudgeName {
  readonly accountId: string;
  readonly name: string;
}

/** One judge's own standing before one project. */
export interface OwnStanding {
  readonly seatId: string;
  readonly conflict: string | null;
  readonly status: string | null;
  readonly submittedAt: Date | null;
  readonly open: boolean;
}

/** What the roadshow does with scoring. The commands join the caller's transaction. */
@Injectable()
export class ScoringFacade {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
    private readonly owing: ReadDuties,
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
    const duties = await this.owing.of(callId);
    const seats = (await this.seats(callId, stageKey)).filter((seat) => duties.includes(seat, applicationId));
    const scoring = new Set((await this.owing.scoring(callId, seats)).filter(({ onPaper }) => !onPaper));
    const [sheets, declarations] = await Promise.all([this.sheets.ofSeats(seats.map(({ id }) => id)), this.panels.declarations([applicationId])]);
    const declared = new Map(declarations.map(({ accountId, verdict }) => [accountId, verdict]));
    const abstained = new Set(sheets.filter((sheet) => sheet.applicationId === applicationId && sheet.status === 'abstained').map(({ seatId }) => seatId));
    const free = seats.filter(({ id, accountId }) => !abstained.has(id) && (declared.get(accountId) ?? 'none') === 'none');
    // Ballots are cast after the last project, and paper is brought in after the hall: no turn waits for either.
    const due = free.filter((seat) => scoring.has(seat));
    const handedIn = sheets.filter((sheet) => sheet.applicationId === applicationId && sheet.status === 'submitted');
    const [open, everybody, waiting, recused, undeclared] = await Promise.all([
      this.panels.isOpen(callId, stageKey, applicationId),
      this.named(seats), this.named(due.filter(({ id }) => !handedIn.some(({ seatId }) => seatId === id))), this.named(seats.filter((seat) => !free.includes(seat))),
      this.named(seats.filter(({ accountId }) => !declared.has(accountId))),
    ]);
    const times = handedIn.map(({ submittedAt }) => submittedAt!.getTime());
    return { open, everybody, due: due.length, submitted: due.length - waiting.length, waiting, recused, undeclared, lastSubmittedAt: times.length > 0 ? new Date(Math.max(...times)) : null };
  }

  /** The calls and stages in whose panels the person sits. */
  async seatsOf(accountId: string): Promise<PanelSeat[]> {
    return this.panels.seatsOf(accountId);
  }

  /** How a seat stands before one project: declared, handed in, open at this moment. */
  async standing({ id, accountId, callId, stageKey }: PanelSeat, applicationId: string): Promise<OwnStanding> {
    const [declaration, sheet, open] = await Promise.all([this.panels.declaration(accountId, applicationId), this.sheets.find(id, applicationId), this.panels.isOpen(callId, stageKey, applicationId)]);
    return { seatId: id, conflict: declaration?.verdict ?? null, status: sheet?.status ?? null, submittedAt: sheet?.submittedAt ?? null, open };
  }

  /** Whether the seat votes by ballot instead of scoring project by project. */
  async votes(seat: PanelSeat): Promise<boolean> {
    return (await this.owing.scoring(seat.callId, [seat])).length === 0;
  }

  /** The newest sealed ranking of the round. */
  ranking(callId: string): Promise<SealedRankingRow | null> {
    return this.sheets.ranking(callId, null);
  }

  /** The ranking whose manifest has the hash, of a stage or of the round. */
  rankingWithHash(hash: string): Promise<SealedRankingRow | null> {
    return this.sheets.rankingWithHash(hash);
  }

  /** The sheet that was handed in under the commitment, and whether it still stands; nothing of what it says. */
  sheetWithCommitment(commitment: string): Promise<RecordedSubmission | null> {
    return this.sheets.withCommitment(commitment);
  }

  private named(seats: readonly PanelSeat[]): Promise<JudgeName[]> {
    return Promise.all(seats.map(async ({ accountId, alias }) => ({ accountId, name: (await this.identity.person(accountId))?.name ?? alias })));
  }

  private async insist(callId: string, stageKey: string, applicationId: string): Promise<void> {
    const round = await this.panels.holdStage(callId, stageKey);
    if (round?.status !== 'open' || !round.applicationIds.includes(applicationId)) throw stageClosed();
  }
}

