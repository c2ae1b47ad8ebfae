import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say, stale, type DomainError } from '#libs/errors';
import { Events } from '#libs/events';
import { MailingPrepared, type ToBeTold } from '#modules/identity';
import type { Pair } from '../domain/assignment/duties.js';
import type { AssignmentSettings, Proposal } from '../domain/assignment/propose.js';
import { changedBetween, isSameOutcome } from '../domain/assignment/trial-mark.js';
import { AssignmentStore, type CommittedPlan, type GivenPair, type Panel } from '../store/assignment.store.js';
import { PanelStore } from '../store/panel.store.js';
import type { AssignmentView } from './assignment.view.js';
import { GatherPlan, type PanelInCall, type PlanGround } from './gather-plan.js';
import { HoldPanel, PlanAssignment } from './plan-assignment.js';

/** Tells each judge how many applications she has newly got, once for each commit. */
@Injectable()
export class TellAssigned {
  constructor(private readonly events: Events) {}

  async run({ call, callId, stageKey, blocKey }: PanelInCall, { version, committedBy }: CommittedPlan, { seats }: PlanGround, added: readonly Pair[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const { seatId } of added) counts.set(seatId, (counts.get(seatId) ?? 0) + 1);
    const key = `assigned:${callId}:${stageKey}:${blocKey}:${version}`;
    const letters = seats.filter(({ id }) => counts.has(id)).map(({ id, accountId }): ToBeTold => ({
      to: { accountIds: [accountId] }, kind: 'applications-assigned', link: '/judge', key: `${key}:${id}`,
      title: say('有 {count} 份申报请您评审', '{count} applications await your review'),
      body: say('“{call}”安排了 {count} 份申报由您评审。打开前请先逐份声明有无利益冲突。', '"{callEn}": {count} applications were given to you. Please declare for each whether you have a conflict before you open it.'),
      facts: { count: counts.get(id), call: call.title.zh, callEn: call.title.en },
    }));
    if (letters.length === 0) return;
    const about = say(`${call.number} 通知 ${letters.length} 位评委评审任务`, `${call.number}: ${letters.length} judges are told what to review`);
    await this.events.tell(MailingPrepared, { by: committedBy, nodePath: call.nodePath, about, key, letters });
  }
}

/** Writes a proposal down as the assignment of the panel. */
@Injectable()
export class RecordAssignment {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly telling: TellAssigned,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(panel: PanelInCall, ground: PlanGround, { proposal, settings, mark }: { proposal: Proposal; settings: AssignmentSettings; mark: string }, actor: Actor): Promise<CommittedPlan> {
    const at = await this.time.now();
    const wanted = proposal.rows.flatMap(({ applicationId, choices }) => choices.map(({ seatId }): GivenPair => ({ seatId, applicationId, source: 'solver' })));
    const [had, wants] = [new Set(ground.present.map(keyOf)), new Set(wanted.map(keyOf))];
    const added = wanted.filter((pair) => !had.has(keyOf(pair)));
    const removed = ground.present.filter((pair) => !wants.has(keyOf(pair)));
    const version = ((await this.assignments.plan(panel, true))?.version ?? 0) + 1;
    await this.assignments.remove(removed);
    await this.assignments.add(added, at);
    const plan = { settings, committedBy: actor.accountId, committedAt: at, version };
    await this.assignments.savePlan(panel, plan);
    await this.telling.run(panel, plan, ground, added);
    const { callId, stageKey, blocKey } = panel;
    await this.audit.record({ action: 'assignment.committed', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, blocKey, ...settings, mark: mark.slice(0, 64), added: added.length, removed: removed.length, pairs: wanted.length } });
    return plan;
  }
}

const keyOf = ({ seatId, applicationId }: Pair): string => `${seatId} ${applicationId}`;

/** A panel of a stage that is not sealed; it stays so until the open transaction ends. */
@Injectable()
export class HoldUnsealed {
  constructor(
    private readonly holding: HoldPanel,
    private readonly panels: PanelStore,
  ) {}

  /** @throws DomainError `stage_sealed` */
  async of(panel: Panel, actor: Actor): Promise<PanelInCall> {
    const held = await this.holding.of(panel, actor);
    if ((await this.panels.lockStage(panel.callId, panel.stageKey))?.status === 'sealed') throw refused('stage_sealed', say('该评分环节已封存', 'This stage is sealed'));
    return held;
  }
}

/** Names what has changed since the dry run. */
function changed(before: string, now: string): DomainError {
  const parts = changedBetween(before, now);
  if (parts.length === 0) return stale('assignment_changed', say('系统在试排之后更新过，排法已不同，没有写入；请重新试排', 'The platform was updated since the dry run and assigns differently; nothing was written, please run it again'));
  const facts = { changed: parts.map(({ zh }) => zh).join('、'), changedEn: parts.map(({ en }) => en).join(', ') };
  return stale('assignment_changed', say('试排之后有变化：{changed}。没有写入；请重新试排', 'Changed since the dry run: {changedEn}. Nothing was written; please run it again'), facts);
}

/** An officer makes a dry run the assignment. Refused when, on what holds by now, it no longer comes out as she saw it. */
@Injectable()
export class CommitAssignment {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUnsealed,
    private readonly gathering: GatherPlan,
    private readonly planning: PlanAssignment,
    private readonly records: RecordAssignment,
  ) {}

  /** @throws DomainError `assignment_changed` (stale), `stage_sealed`, `panel_empty`, `nothing_to_judge` */
  run(panel: Panel, { mark, ...settings }: AssignmentSettings & { mark: string }, actor: Actor): Promise<AssignmentView> {
    return this.tx.run(async () => {
      const held = await this.holding.of(panel, actor);
      const ground = await this.gathering.run(held);
      const { proposal, mark: now } = this.planning.solve(ground, settings);
      if (!isSameOutcome(mark, now)) throw changed(mark, now);
      return this.planning.committed(ground, proposal, await this.records.run(held, ground, { proposal, settings, mark }, actor));
    });
  }
}
