import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import type { CallView } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { sameSet, type TieWay } from '../domain/score-tree/open-ties.js';
import { drawLots, lotCommitment, TieDecision, type TieDecisionId } from '../domain/tie-decision.js';
import { stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { TieStore } from '../store/tie.store.js';
import { HoldStage } from './hold-stage.js';
import { ComputeRanking } from './seal-ranking.js';

const lastStage = ({ rulebook }: CallView): string => rulebook.scoring.stages.at(-1)!.key;

/** Finds equals that wait for a lot or for the committee while the last stage is open; nobody can seal meanwhile. */
@Injectable()
export class HoldTie {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly computing: ComputeRanking,
    private readonly ties: TieStore,
  ) {}

  /** @throws DomainError `call_absent`, `stage_not_open`, `tie_absent` where these are not equal, or the rulebook has something else decide; `tie_decided` */
  async fresh(callId: string, way: TieWay, applicationIds: readonly string[], actor: Actor): Promise<CallView> {
    const call = await this.open(callId, actor);
    const round = (await this.panels.lockStage(callId, lastStage(call)))!;
    const { ties, decisions } = await this.computing.run(call, round, null);
    if (!ties.some((tie) => tie.way === way && sameSet(tie.applicationIds, applicationIds))) throw absent('tie_absent', say('这些申报没有同分，或规则书规定以其他方式区分先后', 'These applications are not equal, or the rulebook has something else part them'));
    if (decisions.some((one) => one.way === way && one.granted !== false && sameSet(one.applicationIds, applicationIds))) throw refused('tie_decided', say('这组同分已经抽签或已有委员会的次序，不能再来一次', 'These equals have been drawn or put in order already; it is not done twice'));
    return call;
  }

  /** @throws DomainError `tie_decision_absent`, `stage_not_open`, `tie_decided` */
  async begun(callId: string, id: string, way: TieWay, actor: Actor): Promise<TieDecision> {
    await this.open(callId, actor);
    const decision = await this.ties.lock(id);
    if (decision?.callId !== callId || decision.way !== way) throw absent('tie_decision_absent', say('没有找到这项同分处理', 'There is no such decision of a tie'));
    if (decision.granted !== null) throw refused('tie_decided', say('这组同分已经有了结果，不能再改', 'These equals have been settled; it does not change'));
    return decision;
  }

  private async open(callId: string, actor: Actor): Promise<CallView> {
    const call = await this.holding.call(callId, actor);
    if ((await this.panels.lockStage(callId, lastStage(call)))?.status !== 'open') throw stageClosed();
    return call;
  }
}

/** Writes down how equals were put in order. */
@Injectable()
export class RecordTie {
  constructor(
    private readonly ties: TieStore,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async commit(callId: string, applicationIds: readonly string[], source: string, actor: Actor): Promise<void> {
    const secret = randomBytes(32).toString('hex');
    const decision = await this.blank(callId, { way: 'lot', applicationIds: [...applicationIds].sort(), grounds: source, secret, commitment: lotCommitment(secret) }, actor);
    await this.ties.insert(decision);
    await this.tell('tie.lot_committed', decision, actor, { applicationIds: decision.applicationIds, source, commitment: decision.commitment });
  }

  async reveal(decision: TieDecision, publicValue: string, actor: Actor): Promise<void> {
    const orderedIds = drawLots(decision.applicationIds, decision.secret!, publicValue);
    await this.settle(Object.assign(decision, { publicValue, orderedIds }), { granted: true }, actor);
    await this.tell('tie.drawn', decision, actor, { applicationIds: decision.applicationIds, publicValue, secret: decision.secret, orderedIds });
  }

  async propose({ id: callId, nodePath }: CallView, { applicationIds: orderedIds, reason, minutesId }: CommitteeOrder, actor: Actor): Promise<void> {
    const decision = await this.blank(callId, { way: 'committee', applicationIds: [...orderedIds].sort(), orderedIds: [...orderedIds], grounds: reason, minutesId }, actor);
    await this.documents.attach([minutesId], { kind: 'tie_decision', id: decision.id }, { audience: 'staff', nodePath }, actor);
    await this.ties.insert(decision);
    await this.tell('tie.order_recorded', decision, actor, { orderedIds: [...orderedIds], reason, minutesId });
  }

  async decide(decision: TieDecision, answer: { granted: boolean; note?: string }, actor: Actor): Promise<void> {
    await this.settle(decision, answer, actor);
    await this.tell(answer.granted ? 'tie.order_confirmed' : 'tie.order_refused', decision, actor, { orderedIds: decision.orderedIds, recordedBy: decision.recordedBy, note: decision.note });
  }

  private async blank(callId: string, given: Partial<TieDecision>, actor: Actor): Promise<TieDecision> {
    const empty = { orderedIds: null, minutesId: null, secret: null, commitment: null, publicValue: null, settledBy: null, settledAt: null, granted: null, note: null };
    return Object.assign(new TieDecision(), { id: newId<TieDecisionId>(), callId, ...empty, ...given, recordedBy: actor.accountId, recordedAt: await this.time.now() });
  }

  private async settle(decision: TieDecision, { granted, note }: { granted: boolean; note?: string }, actor: Actor): Promise<void> {
    await this.ties.settle(Object.assign(decision, { granted, note: note ?? null, settledBy: actor.accountId, settledAt: await this.time.now() }));
  }

  private async tell(action: string, { id, callId }: TieDecision, actor: Actor, facts: Record<string, unknown>): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'call', id: callId }, actor, facts: { decisionId: id, ...facts } });
  }
}

export interface CommitteeOrder {
  /** First to last. */
  readonly applicationIds: readonly string[];
  readonly reason: string;
  readonly minutesId: string;
}

/** The lot, where the chain ends in one: committed to before the public number is out, drawn with it, never twice. */
@Injectable()
export class DrawLots {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldTie,
    private readonly records: RecordTie,
  ) {}

  /** @throws DomainError `tie_absent`, `tie_decided`, `stage_not_open` */
  commit(callId: string, { applicationIds, source }: { applicationIds: readonly string[]; source: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.holding.fresh(callId, 'lot', applicationIds, actor);
      await this.records.commit(callId, applicationIds, source, actor);
    });
  }

  /** @throws DomainError `tie_decision_absent`, `tie_decided`, `stage_not_open` */
  reveal(callId: string, id: string, publicValue: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.records.reveal(await this.holding.begun(callId, id, 'lot', actor), publicValue.trim(), actor));
  }
}

/** The committee's order, where the chain ends in it: recorded with reason and minutes, counted once a second officer has confirmed it. */
@Injectable()
export class OrderByCommittee {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldTie,
    private readonly records: RecordTie,
  ) {}

  /** @throws DomainError `tie_absent`, `tie_decided`, `stage_not_open`, `document_absent` */
  record(callId: string, order: CommitteeOrder, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.records.propose(await this.holding.fresh(callId, 'committee', order.applicationIds, actor), order, actor));
  }

  /** @throws DomainError `tie_decision_absent`, `tie_decided`, `second_person`, `stage_not_open` */
  decide(callId: string, id: string, answer: { granted: boolean; note?: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const decision = await this.holding.begun(callId, id, 'committee', actor);
      if (decision.recordedBy === actor.accountId) throw refused('second_person', say('须由另一位工作人员确认', 'A second person confirms it'));
      await this.records.decide(decision, answer, actor);
    });
  }
}
