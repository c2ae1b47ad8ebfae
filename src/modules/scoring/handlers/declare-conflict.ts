import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import type { CallView } from '#modules/calls';
import { ConflictDeclaration, type ConflictVerdict } from '../domain/score-sheet.js';
import { noSuchSheet, stageClosed } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { DetectConflicts } from './detect-conflicts.js';
import { HoldSheet, type Place } from './hold-sheet.js';
import { HoldStage } from './hold-stage.js';
import { VoidSheets } from './void-sheets.js';

/** Writes a declaration down; what it forbids takes effect at once. */
@Injectable()
export class RecordDeclaration {
  constructor(
    private readonly panels: PanelStore,
    private readonly voiding: VoidSheets,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @param evidence what shows a declaration that was made on paper */
  async run(declared: Omit<ConflictDeclaration, 'declaredAt' | 'detected'> & { detected?: boolean }, actor: Actor, evidence: Readonly<Record<string, unknown>> = {}): Promise<ConflictDeclaration> {
    const declaration = Object.assign(new ConflictDeclaration(), { detected: false, ...declared, declaredAt: await this.time.now() });
    await this.panels.saveDeclaration(declaration);
    const { accountId, applicationId, verdict } = declaration;
    if (verdict !== 'none') await this.voiding.run(await this.panels.seatsOf(accountId), actor, 'conflict of interest', applicationId);
    await this.audit.record({ action: 'conflict.declared', subject: { kind: 'application', id: applicationId }, actor, facts: { accountId, verdict, ...evidence } });
    return declaration;
  }
}

export interface Declared {
  readonly verdict: ConflictVerdict;
  readonly note?: string;
}

/** Takes a judge's word before one application. What the platform knows of outweighs her "none". Joins the caller's transaction. */
@Injectable()
export class TakeDeclaration {
  constructor(
    private readonly records: RecordDeclaration,
    private readonly detecting: DetectConflicts,
  ) {}

  /** @throws DomainError `stage_not_open`, `conflict_pinned` */
  async run({ application, call, declaration, stageOpen }: Place, { verdict, note }: Declared, judge: { id: string; name: string }, actor: Actor, evidence?: Readonly<Record<string, unknown>>): Promise<ConflictDeclaration> {
    if (!stageOpen) throw stageClosed();
    if (declaration && declaration.verdict !== 'none' && verdict === 'none') throw refused('conflict_pinned', say('已声明的利益冲突只能由工作人员解除', 'A declared conflict can only be cleared by staff'));
    const said = (isMember(application, judge, actor) ? MEMBER : await this.knownOf(call, application.id, judge)) ?? { verdict, note: note ?? null };
    return this.records.run({ accountId: judge.id, applicationId: application.id, ...said, settledBy: null }, actor, evidence);
  }

  private async knownOf(call: CallView, applicationId: string, judge: { id: string; name: string }): Promise<{ verdict: 'has'; note: string; detected: true } | null> {
    const [finding] = await this.detecting.run({ call, applicationIds: [applicationId], experts: [judge] });
    return finding?.level === 'block' ? { verdict: 'has', note: finding.why.zh, detected: true } : null;
  }
}

const MEMBER = { verdict: 'has' as const, note: '申报组织成员', detected: true };

/** A judge's own roles are known when she declares herself; a guest on paper has none. */
const isMember = ({ organisationId, coOrganisationIds }: Place['application'], judge: { id: string }, actor: Actor): boolean =>
  judge.id === actor.accountId && [organisationId, ...coOrganisationIds].some((id) => actor.holdsFor(id, 'applicant'));

/** A judge says, before she reads an application, whether anything ties her to it. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSheet,
    private readonly taking: TakeDeclaration,
  ) {}

  /**
   * A declared conflict cannot be taken back by the judge herself; a late one voids her sheet.
   * @throws DomainError `sheet_absent`, `stage_not_open`, `conflict_pinned`
   */
  run(seatId: string, applicationId: string, declared: Declared, actor: Actor): Promise<ConflictDeclaration> {
    return this.tx.run(async () => this.taking.run(await this.holding.place(seatId, applicationId, actor, true), declared, { id: actor.accountId, name: actor.name }, actor));
  }
}

/** An officer settles what a judge was unsure of, or clears or pins a conflict that came to light. */
@Injectable()
export class SettleConflict {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly records: RecordDeclaration,
  ) {}

  /** @throws DomainError `sheet_absent`, `own_conflict`, `stage_not_open` */
  run(seatId: string, applicationId: string, { verdict, note }: { verdict: 'none' | 'has'; note: string }, actor: Actor): Promise<ConflictDeclaration> {
    return this.tx.run(async () => {
      const seat = await this.panels.seat(seatId);
      if (!seat) throw noSuchSheet();
      await this.holding.callBehind(seat.callId, actor, noSuchSheet);
      if (seat.accountId === actor.accountId) throw refused('own_conflict', say('不能由本人解除利益冲突', 'Nobody settles a conflict of her own'));
      const round = await this.panels.holdStage(seat.callId, seat.stageKey);
      if (round?.status !== 'open' || !round.applicationIds.includes(applicationId)) throw stageClosed();
      return this.records.run({ accountId: seat.accountId, applicationId, verdict, note, settledBy: actor.accountId }, actor);
    });
  }
}
