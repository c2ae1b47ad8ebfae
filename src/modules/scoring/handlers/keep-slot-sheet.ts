import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { canonicalJson } from '#modules/calls';
import { checkSheet } from '../domain/check-sheet.js';
import { SlotSheet, type SlotId } from '../domain/review-slots/review-slot.js';
import { commitmentOf } from '../domain/sheet-commitment.js';
import { alreadySubmitted, sheetChanged, sheetFaulty, slotStepsAside, stageClosed } from '../scoring.errors.js';
import { SlotStore } from '../store/slot.store.js';
import { HoldSlot, refuseSlotScoring, type SlotPlace } from './hold-slot.js';
import type { SheetDraft } from './keep-sheet.js';

/** Whoever holds the link says, before reading, whether anything ties her to the application. The record names the slot and no person. */
@Injectable()
export class DeclareInSlot {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSlot,
    private readonly slots: SlotStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** A conflict ends the slot: nobody is known who could settle a doubt. @throws DomainError `slot_absent`, `stage_not_open`, `slot_aside` */
  run(id: SlotId, verdict: 'none' | 'has'): Promise<void> {
    return this.tx.run(async () => {
      const { slot, sheet, application, stageOpen } = await this.holding.place(id);
      if (!stageOpen) throw stageClosed();
      if (slot.verdict === 'has') throw slotStepsAside();
      if (slot.verdict === verdict) return;
      await this.slots.update(Object.assign(slot, { verdict }));
      if (verdict === 'has' && sheet) await this.slots.updateSheet(Object.assign(sheet, { status: 'void', savedAt: await this.time.now() }));
      await this.audit.record({ action: 'slot.declared', subject: { kind: 'review_slot', id }, actor: SYSTEM, facts: { applicationId: application.id, verdict } });
    });
  }
}

/** Keeps the scores of a slot and takes them once. The trail receives a commitment, and no author. */
@Injectable()
export class KeepSlotSheet {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSlot,
    private readonly slots: SlotStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `slot_absent`, `stage_not_open`, `declaration_first`, `slot_aside`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  save(id: SlotId, draft: SheetDraft): Promise<void> {
    return this.tx.run(async () => {
      const place = await this.holding.place(id);
      this.refuse(place, draft.version);
      await this.write(place, draft, 'draft');
    });
  }

  /** The same sheet handed in again, after an answer that was lost, changes nothing. */
  submit(id: SlotId, draft: SheetDraft): Promise<void> {
    return this.tx.run(async () => {
      const place = await this.holding.place(id);
      if (isHandedIn(place, draft)) return;
      this.refuse(place, draft.version);
      const { commitment } = await this.write(place, draft, 'submit');
      await this.audit.record({ action: 'slot_sheet.submitted', subject: { kind: 'review_slot', id }, actor: SYSTEM, facts: { applicationId: place.application.id, commitment } });
    });
  }

  private refuse(place: SlotPlace, version: number): void {
    refuseSlotScoring(place);
    if (place.sheet?.status === 'submitted') throw alreadySubmitted();
    if ((place.sheet?.version ?? 0) !== version) throw sheetChanged();
  }

  private async write({ slot, sheet: present, bloc }: SlotPlace, draft: SheetDraft, moment: 'draft' | 'submit'): Promise<SlotSheet> {
    const problems = checkSheet(bloc.criteria, draft.entries, moment);
    if (problems.length > 0) throw sheetFaulty(problems);
    const at = await this.time.now();
    const sheet = present ?? Object.assign(new SlotSheet(), { slotId: slot.id, version: 1, confidence: null });
    const said = { entries: draft.entries, comment: draft.comment, confidence: draft.confidence ?? sheet.confidence, savedAt: at };
    const salt = randomBytes(32).toString('hex');
    const state = moment === 'submit' ? { status: 'submitted', submittedAt: at, salt, commitment: commitmentOf(salt, said) } : { status: 'draft', submittedAt: null, salt: null, commitment: null };
    Object.assign(sheet, said, state);
    await (present ? this.slots.updateSheet(sheet) : this.slots.insertSheet(sheet));
    return sheet;
  }
}

const isHandedIn = ({ sheet }: SlotPlace, { entries, comment }: SheetDraft): boolean =>
  sheet?.status === 'submitted' && sheet.comment === comment && canonicalJson(sheet.entries) === canonicalJson(entries);
