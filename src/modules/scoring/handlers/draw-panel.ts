import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import { commitmentOf, drawJudges, seedOf } from '../domain/draw-judges.js';
import { isAway } from '../domain/experts/expert-profile.js';
import type { Panel } from '../store/assignment.store.js';
import { DrawStore, type DrawRow } from '../store/draw.store.js';
import { ExpertStore } from '../store/expert.store.js';
import { HoldUnsealed } from './commit-assignment.js';
import type { PanelInCall } from './gather-plan.js';
import { PanelDrawView } from './panel.view.js';
import { HoldPanel } from './plan-assignment.js';
import { ReadPool } from './read-pool.js';
import { GiveSeat } from './seat-judges.js';

/** Who can be drawn: the pool without occupations that the money route bars, and without those who are away. */
@Injectable()
export class ReadDrawable {
  constructor(
    private readonly pool: ReadPool,
    private readonly experts: ExpertStore,
    private readonly time: DatabaseTime,
  ) {}

  async of({ call, bloc }: PanelInCall): Promise<string[]> {
    const ids = (await this.pool.of(call)).map(({ id }) => id);
    const [profiles, now] = await Promise.all([this.experts.profiles(ids), this.time.now()]);
    const out = new Set(profiles.filter((profile) => bloc.panel.barred.includes(profile.occupation) || isAway(profile, dayOf(now))).map(({ accountId }) => accountId));
    return ids.filter((id) => !out.has(id)).sort();
  }
}

@Injectable()
export class RecordDraw {
  constructor(
    private readonly draws: DrawStore,
    private readonly giving: GiveSeat,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async commit({ callId, stageKey, blocKey }: Panel, { count, source, pool }: { count: number; source: string; pool: readonly string[] }, actor: Actor): Promise<void> {
    const secret = randomBytes(32).toString('hex');
    const commitment = commitmentOf(secret);
    const id = newId();
    await this.draws.add({ id, callId, stageKey, blocKey, count, source, pool, secret, commitment, committedBy: actor.accountId, committedAt: await this.time.now() });
    await this.audit.record({ action: 'draw.committed', subject: { kind: 'call', id: callId }, actor, facts: { drawId: id, stageKey, blocKey, count, source, pool: [...pool], commitment } });
  }

  async lock(callId: string, drawId: string): Promise<DrawRow> {
    const draw = await this.draws.lock(drawId);
    if (draw?.callId !== callId) throw absent('draw_absent', say('没有这次抽取', 'There is no such draw'));
    return draw;
  }

  async reveal({ callId, stageKey, blocKey, bloc }: PanelInCall, draw: DrawRow, publicValue: string, actor: Actor): Promise<void> {
    const drawId = draw.id;
    if (draw.revealedAt) throw refused('draw_revealed', say('这次抽取已经揭晓，结果不能再改', 'This draw has been revealed and cannot change'));
    const drawn = drawJudges(draw.pool, seedOf(draw.secret, publicValue), draw.count);
    await this.draws.reveal(drawId, { publicValue, drawn, by: actor.accountId, at: await this.time.now() });
    for (const accountId of drawn) await this.giving.run({ callId, stageKey, blocKey }, accountId, bloc.panel.barred);
    await this.audit.record({ action: 'panel.drawn', subject: { kind: 'call', id: callId }, actor, facts: { drawId, stageKey, blocKey, publicValue, secret: draw.secret, drawn } });
  }
}

/** Fixes pool and secret before the public number is known. */
@Injectable()
export class CommitDraw {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUnsealed,
    private readonly drawable: ReadDrawable,
    private readonly records: RecordDraw,
  ) {}

  /** @throws DomainError `pool_too_small`, `stage_sealed` */
  run(panel: Panel, { count, source }: { count: number; source: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const held = await this.holding.of(panel, actor);
      const pool = await this.drawable.of(held);
      if (pool.length < count) throw refused('pool_too_small', say('可抽取的专家只有 {size} 人，不足 {count} 人', 'Only {size} experts can be drawn, fewer than {count}'), { size: pool.length, count });
      await this.records.commit(panel, { count, source, pool }, actor);
    });
  }

  /** Draws with the public number, and seats whoever was drawn. @throws DomainError `draw_absent`, `draw_revealed`, `stage_sealed` */
  reveal(callId: string, drawId: string, publicValue: string, actor: Actor): Promise<Panel> {
    return this.tx.run(async () => {
      const draw = await this.records.lock(callId, drawId);
      const held = await this.holding.of(draw, actor);
      await this.records.reveal(held, draw, publicValue.trim(), actor);
      return { callId, stageKey: draw.stageKey, blocKey: draw.blocKey };
    });
  }
}

/** The draws of a panel with all that is needed to repeat them; the secret once it was used. */
@Injectable()
export class ReadDraws {
  constructor(
    private readonly holding: HoldPanel,
    private readonly draws: DrawStore,
    private readonly identity: IdentityFacade,
  ) {}

  async run(panel: Panel, actor: Actor): Promise<PanelDrawView[]> {
    await this.holding.of(panel, actor, 'watch');
    const draws = await this.draws.ofPanel(panel);
    const names = await this.identity.names(draws.flatMap(({ pool, committedBy, revealedBy }) => [...pool, committedBy, revealedBy]));
    return draws.map((draw) => viewOf(draw, names));
  }
}

/** Whoever was not drawn follows in the same order when somebody drawn cannot come. */
function viewOf({ id, count, source, pool, secret, commitment, committedBy, committedAt, publicValue, drawn, revealedAt }: DrawRow, names: ReadonlyMap<string, string>): PanelDrawView {
  const named = (ids: readonly string[]) => ids.map((one) => ({ accountId: one, name: names.get(one) ?? '' }));
  const order = publicValue === null ? [] : drawJudges(pool, seedOf(secret, publicValue), pool.length);
  return {
    id, count, source, commitment, committedAt, committedBy: names.get(committedBy) ?? '', pool: named(pool), publicValue, revealedAt, secret: revealedAt ? secret : null,
    seed: publicValue === null ? null : seedOf(secret, publicValue), drawn: named(drawn ?? []), alternates: named(order.slice(count)),
  };
}
