import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { CallsFacade } from '#modules/calls';
import { OrganisationsFacade } from '#modules/organisations';
import { noSuchApplication, outcomesDecided } from '../applications.errors.js';
import { OutcomesAnnounced } from '../applications.events.js';
import type { Application, Outcome } from '../domain/application.js';
import type { ApplicationContext, ApplicationMove } from '../domain/application.lifecycle.js';
import { OUTCOMES, type ApplicationStatus } from '../domain/application-status.js';
import { ApplicationStore } from '../store/application.store.js';
import { RankingStore, type RankedRow, type StandingRanking } from '../store/ranking.store.js';
import { RecordMove } from './record-move.js';

export interface StageResult {
  readonly stageKey: string;
  readonly rankingId: string;
  /** Ids of those who go on, and of those who do not. */
  readonly advanced: readonly string[];
  readonly stopped: readonly string[];
}

export interface SealedRanking {
  readonly rankingId: string;
  readonly manifestHash: string;
  readonly rows: readonly RankedRow[];
}

/** Whatever a ranking may have placed. */
const RANKED: readonly ApplicationStatus[] = ['in_review', ...OUTCOMES];

const MOVES: Record<Outcome['kind'], ApplicationMove> = { awarded: 'award', reserved: 'reserve', not_awarded: 'reject', declined: 'decline' };

/** What the guards see when a module above moves an application, and how that goes on record for the whole call. */
@Injectable()
export class UpperContext {
  constructor(
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    readonly organisations: OrganisationsFacade,
  ) {}

  async of(callId: string, actor: Actor): Promise<ApplicationContext> {
    return { actor, now: await this.time.now(), call: await this.calls.get(callId), errors: 0, failedRules: 0, openRules: 0 };
  }

  async note(action: string, callId: string, facts: object, actor: Actor, announced = false): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'call', id: callId }, actor, facts });
    if (announced) await this.events.tell(OutcomesAnnounced, { callId });
  }
}

/** What the modules above have decided is written down here, so that nobody below ever asks upwards. */
@Injectable()
export class RecordOutcomes {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly rankings: RankingStore,
    private readonly moves: RecordMove,
    private readonly contexts: UpperContext,
  ) {}

  private get organisations(): OrganisationsFacade {
    return this.contexts.organisations;
  }

  /** Everything eligible, or shortlisted in the stage before, comes under review. Answers the ids. */
  bringToReview(callId: string, stageKey: string, actor: Actor): Promise<string[]> {
    return this.tx.run(async () => {
      const waiting = await this.applications.lockCall(callId, ['eligible', 'shortlisted']);
      const context = await this.contexts.of(callId, actor);
      const going = await this.goingOn(waiting);
      for (const application of going) await this.moves.run(application, 'bring_to_review', context, { facts: { stageKey } });
      return going.map(({ id }) => id);
    });
  }

  /** A stage is judged on, or cut anew: what it has parted comes under review again, before anything follows from it. Answers the ids. */
  resumeReview(callId: string, applicationIds: readonly string[], actor: Actor): Promise<string[]> {
    return this.tx.run(async () => {
      const context = await this.contexts.of(callId, actor);
      const parted = (await this.applications.lockCall(callId, ['shortlisted', 'not_shortlisted'])).filter(({ id }) => applicationIds.includes(id));
      const going = await this.goingOn(parted);
      for (const application of going) await this.moves.run(application, 'resume_review', context, { facts: {} });
      return going.map(({ id }) => id);
    });
  }

  recordStageResult(callId: string, { stageKey, rankingId, advanced, stopped }: StageResult, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const context = await this.contexts.of(callId, actor);
      const all = await this.applications.lockCall(callId, ['in_review']);
      const going = await this.goingOn(all.filter(({ id }) => advanced.includes(id)));
      for (const application of [...going, ...all.filter(({ id }) => stopped.includes(id))]) {
        const move = advanced.includes(application.id) ? 'shortlist' : stopped.includes(application.id) ? 'stop' : undefined;
        if (move) await this.moves.run(application, move, context, { facts: { stageKey, rankingId } });
      }
    });
  }

  /** The standing ranking, held: until the caller has committed nobody replaces or withdraws it, and nobody else decides by it. */
  holdRanking(callId: string): Promise<StandingRanking | null> {
    return this.tx.run(async () => {
      await this.applications.lockCall(callId, RANKED);
      return this.rankings.last(callId);
    });
  }

  /** @throws DomainError `outcomes_decided` */
  recordRanking(callId: string, ranking: SealedRanking, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.refuseDecided(callId);
      const { now } = await this.contexts.of(callId, actor);
      await this.rankings.add(callId, { ...ranking, recordedAt: now });
      for (const { applicationId, rank, score } of ranking.rows) {
        const application = await this.held(applicationId);
        Object.assign(application, { rank, score });
        await this.applications.update(application);
      }
      await this.contexts.note('applications.ranked', callId, { rankingId: ranking.rankingId, manifestHash: ranking.manifestHash }, actor);
    });
  }

  /** The last stage is judged on: no award may rest on what it came to before. @throws DomainError `outcomes_decided` */
  withdrawRanking(callId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.refuseDecided(callId);
      const { now } = await this.contexts.of(callId, actor);
      const ranking = await this.rankings.last(callId);
      if (!ranking) return;
      await this.rankings.withdraw(ranking.rankingId, now);
      for (const { applicationId } of ranking.rows) await this.applications.update(Object.assign(await this.held(applicationId), { rank: null, score: null }));
      await this.contexts.note('applications.ranking_withdrawn', callId, { rankingId: ranking.rankingId }, actor);
    });
  }

  /** Asked again under the locks of those who decide: a correction and a decision at the same moment do not pass each other. */
  private async refuseDecided(callId: string): Promise<void> {
    if ((await this.applications.lockCall(callId, RANKED)).some(({ outcome }) => outcome !== null)) throw outcomesDecided();
  }

  recordOutcome(applicationId: string, outcome: Outcome, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.held(applicationId);
      const context = await this.contexts.of(application.callId, actor);
      await this.moves.run(application, MOVES[outcome.kind], context, { facts: { outcome }, adapt: () => void (application.outcome = outcome) });
    });
  }

  announceOutcomes(callId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { now } = await this.contexts.of(callId, actor);
      for (const application of await this.applications.lockCall(callId, OUTCOMES)) {
        if (application.announcedAt !== null) continue;
        application.announcedAt = now;
        await this.applications.update(application);
      }
      await this.contexts.note('applications.outcomes_announced', callId, {}, actor, true);
    });
  }

  /** One that is stopped stays where it is, and the round goes on without it. */
  private async goingOn(applications: readonly Application[]): Promise<Application[]> {
    const stops = await Promise.all(applications.map(({ parties }) => this.organisations.stopOf(parties)));
    return applications.filter((_, at) => stops[at] === null);
  }

  private async held(id: string): Promise<Application> {
    const application = await this.applications.lock(id);
    if (!application) throw noSuchApplication();
    return application;
  }
}
