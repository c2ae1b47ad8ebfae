import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { invalid, refused, say } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import type { RoadshowProtocol } from '#modules/calls';
import { drawInOrder, ScoringFacade } from '#modules/scoring';
import { Presentation, RoadshowSession, type PresentationId, type SessionId } from '../domain/roadshow.js';
import { orderChanged } from '../roadshows.errors.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import { HoldSession } from './hold-session.js';

@Injectable()
export class RecordPlan {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(place: Hall, groups: ReadonlyMap<string, readonly ApplicationView[]>, actor: Actor): Promise<RoadshowSession[]> {
    const plannedAt = await this.time.now();
    const sessions: RoadshowSession[] = [];
    const before = (await this.ofStage(place)).map(({ groupKey }) => groupKey);
    for (const [group, applications] of groups) {
      const groupKey = freeKey(group, before);
      const session = Object.assign(new RoadshowSession(), { id: newId<SessionId>(), ...place, groupKey, status: 'planned', seed: null, orderings: 0, plannedAt, startedAt: null, closedAt: null });
      await this.roadshows.insert(session, applications.map(({ id }) => Object.assign(new Presentation(), {
        id: newId<PresentationId>(), sessionId: session.id, applicationId: id, position: null, status: 'waiting', presenter: null, signedInAt: null,
        phaseStartedAt: null, phaseEndsAt: null, overrunSeconds: 0, missed: 0, reason: null,
      })));
      await this.audit.record({ action: 'roadshow.planned', subject: { kind: 'roadshow', id: session.id }, actor, facts: { groupKey, applications: applications.map(({ id }) => id) } });
      sessions.push(session);
    }
    return sessions;
  }

  /** The applications that have a place in a hall already; nobody else gives any until this transaction is over. */
  async planned(place: Hall): Promise<ReadonlySet<string>> {
    await this.roadshows.lockPlan(place.callId, place.stageKey);
    const presentations = await Promise.all((await this.ofStage(place)).map(({ id }) => this.roadshows.presentations(id)));
    return new Set(presentations.flat().map(({ applicationId }) => applicationId));
  }

  private async ofStage({ callId, stageKey }: Hall): Promise<RoadshowSession[]> {
    return (await this.roadshows.ofCall(callId)).filter((session) => session.stageKey === stageKey);
  }
}

interface Hall {
  readonly callId: string;
  readonly nodePath: string;
  readonly stageKey: string;
}

/** Halls of those who joined after the first were planned: `all+2`, `all+3`. */
function freeKey(group: string, taken: readonly string[]): string {
  if (!taken.includes(group)) return group;
  let at = 2;
  while (taken.includes(`${group}+${at}`)) at += 1;
  return `${group}+${at}`;
}

/** An officer plans the halls: one, or one for each group as the rulebook divides them; later on, further ones for whoever has joined the stage since. */
@Injectable()
export class PlanRoadshow {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSession,
    private readonly scoring: ScoringFacade,
    private readonly applications: ApplicationsFacade,
    private readonly records: RecordPlan,
  ) {}

  /** @throws DomainError `no_roadshow`, `roadshow_planned`, `stage_not_begun` */
  run(callId: string, actor: Actor): Promise<RoadshowSession[]> {
    return this.tx.run(async () => {
      const { call, protocol, stageKey } = await this.holding.call(callId, actor);
      const ids = await this.scoring.applicationsIn(callId, stageKey);
      if (ids.length === 0) throw refused('stage_not_begun', say('请先开始路演评分环节', 'Begin the stage of scoring first'));
      const place = { callId, nodePath: call.nodePath, stageKey };
      const planned = await this.records.planned(place);
      const waiting = ids.filter((id) => !planned.has(id));
      if (waiting.length === 0) throw refused('roadshow_planned', say('路演已经安排', 'The roadshow is planned already'));
      return this.records.run(place, groupsOf(await this.applications.many(waiting), protocol), actor);
    });
  }
}

function groupsOf(applications: readonly ApplicationView[], { groups }: RoadshowProtocol): Map<string, ApplicationView[]> {
  const keyOf = (application: ApplicationView, at: number): string => {
    if (groups.by === 'category') return application.categoryKey;
    return groups.by === 'size' ? String(Math.floor(at / (groups.size ?? applications.length)) + 1) : 'all';
  };
  const sorted = [...applications].sort((a, b) => (a.number! < b.number! ? -1 : 1));
  const found = new Map<string, ApplicationView[]>();
  sorted.forEach((application, at) => found.set(keyOf(application, at), [...(found.get(keyOf(application, at)) ?? []), application]));
  return found;
}

export interface WantedOrder {
  readonly seed?: string;
  readonly order?: readonly string[];
  /** How often it had been set when the officer looked; left out, the last word holds. */
  readonly orderings?: number;
}

/** The running order: drawn with a seed that anybody can repeat, by number, or as the officer sets it. */
@Injectable()
export class OrderPresentations {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSession,
    private readonly roadshows: RoadshowStore,
    private readonly applications: ApplicationsFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `roadshow_absent`, `order_changed` (stale), `order_fixed` once it runs, `seed_needed`, `order_incomplete` */
  run(sessionId: string, wanted: WantedOrder, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { session, protocol, presentations } = await this.holding.session(sessionId, actor);
      if (session.status !== 'planned') throw refused('order_fixed', say('路演已开始，顺序不能再抽签', 'The roadshow runs; its order cannot be drawn again'));
      if (wanted.orderings !== undefined && wanted.orderings !== session.orderings) throw orderChanged();
      const ids = presentations.map(({ applicationId }) => applicationId);
      const order = await this.order(protocol.draw, ids, wanted);
      for (const presentation of presentations) await this.roadshows.savePresentation(Object.assign(presentation, { position: order.indexOf(presentation.applicationId) + 1 }));
      await this.roadshows.save(Object.assign(session, { seed: wanted.seed ?? null, orderings: session.orderings + 1 }));
      await this.audit.record({ action: 'roadshow.ordered', subject: { kind: 'roadshow', id: session.id }, actor, facts: { by: protocol.draw, seed: wanted.seed ?? null, pool: [...ids].sort(), order } });
    });
  }

  private async order(by: RoadshowProtocol['draw'], ids: readonly string[], { seed, order = [] }: WantedOrder): Promise<string[]> {
    if (by === 'application_number') return (await this.applications.many(ids)).sort((a, b) => (a.number! < b.number! ? -1 : 1)).map(({ id }) => id);
    if (by === 'manual') {
      if (order.length !== ids.length || ids.some((id) => !order.includes(id))) throw invalid('order_incomplete', say('顺序须包含全部项目', 'The order must name every project once'));
      return [...order];
    }
    if (!seed) throw invalid('seed_needed', say('须填写抽签种子', 'A seed for the draw is needed'));
    return drawInOrder(ids, seed, ids.length);
  }
}
