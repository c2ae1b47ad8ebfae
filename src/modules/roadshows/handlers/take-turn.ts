import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import type { RoadshowProtocol } from '#modules/calls';
import { ScoringFacade } from '#modules/scoring';
import { presentationLifecycle, type PresentationMove, type TurnContext } from '../domain/presentation.lifecycle.js';
import type { Presentation } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import { HoldSession, type HeldSession } from './hold-session.js';
import { OpenScores } from './open-scores.js';

type Held = HeldSession & { presentation: Presentation };

const ON_STAGE = ['presenting', 'questions', 'scoring'];

/** What follows from each move: the clock of the next phase, open and closed scores, the order. */
@Injectable()
export class TurnEffects {
  constructor(
    private readonly scoring: ScoringFacade,
    private readonly scores: OpenScores,
    private readonly roadshows: RoadshowStore,
    private readonly time: DatabaseTime,
  ) {}

  async context({ session, protocol, presentations, presentation }: Held, move: PresentationMove, actor: Actor, reason?: string): Promise<TurnContext> {
    const done = presentations.filter(({ status }) => status === 'scored').length;
    const pendingAllowed = done + 1 < protocol.calibrationPresentations;
    const awaitedSheets = move === 'finish' && !pendingAllowed ? await this.scores.awaited({ session, presentations }) : 0;
    return {
      actor, now: await this.time.now(), absence: protocol.absence, sessionRunning: session.status === 'running', awaitedSheets, reason,
      stageTaken: presentations.some(({ id, status }) => id !== presentation.id && ON_STAGE.includes(status)),
    };
  }

  async run(held: Held, move: PresentationMove, now: Date): Promise<void> {
    const { presentation, protocol, session } = held;
    setClock(presentation, move, protocol, now);
    if (move === 'score' || move === 'rescore') await this.scoring.openLive(session.callId, session.stageKey, presentation.applicationId);
    if (move === 'finish') await this.closeScores(held);
    if (move === 'postpone') await this.toTheEnd(held);
    if (move === 'forfeit') await this.scoring.forfeit(session.callId, session.stageKey, presentation.applicationId, presentation.reason!);
  }

  /** Scores of the first projects stay open until so many have presented that judges can compare. */
  private async closeScores({ session, protocol, presentations }: Held): Promise<void> {
    const done = presentations.filter(({ status }) => status === 'scored').length;
    if (done >= protocol.calibrationPresentations) await this.scores.close({ session, presentations });
  }

  /** Everybody behind moves up by one. */
  private async toTheEnd({ presentations, presentation }: Held): Promise<void> {
    const own = presentation.position!;
    for (const other of presentations) {
      if (other.id !== presentation.id && other.position! > own) await this.roadshows.savePresentation(Object.assign(other, { position: other.position! - 1 }));
    }
    Object.assign(presentation, { position: presentations.length, missed: presentation.missed + 1 });
  }
}

/** The next phase ends by the server's clock; what the one before took too long is added up. */
function setClock(presentation: Presentation, move: PresentationMove, protocol: RoadshowProtocol, now: Date): void {
  const late = presentation.phaseEndsAt && (move === 'question' || move === 'score') ? now.getTime() - presentation.phaseEndsAt.getTime() : 0;
  presentation.overrunSeconds += Math.max(0, Math.round(late / 1000));
  const seconds: Partial<Record<PresentationMove, number>> = { present: protocol.presentSeconds, question: protocol.qaSeconds, score: protocol.scoreSeconds, rescore: protocol.scoreSeconds };
  const length = seconds[move];
  Object.assign(presentation, { phaseStartedAt: length === undefined ? null : now, phaseEndsAt: length === undefined ? null : new Date(now.getTime() + length * 1000) });
}

/** Brings a project through its turn: stage, questions, scoring; or to the end of the order; or out. */
@Injectable()
export class TakeTurn {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSession,
    private readonly effects: TurnEffects,
    private readonly roadshows: RoadshowStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `presentation_absent`, `session_not_running`, `not_signed_in`, `stage_taken`, `judges_waiting`, `reason_needed` */
  run(presentationId: string, move: PresentationMove, reason: string | undefined, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const held = await this.holding.presentation(presentationId, actor);
      const { presentation } = held;
      const context = await this.effects.context(held, move, actor, reason);
      const from = presentation.status;
      presentationLifecycle.move(presentation, move, context);
      if (reason) presentation.reason = reason;
      await this.effects.run(held, move, context.now);
      await this.roadshows.savePresentation(presentation);
      const { status, overrunSeconds, position } = presentation;
      await this.audit.record({ action: `presentation.${move}`, subject: { kind: 'presentation', id: presentationId }, actor, facts: { from, to: status, overrunSeconds, position, reason: reason ?? null } });
    });
  }
}
