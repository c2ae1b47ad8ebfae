import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { canonicalJson } from '#libs/canonical-json';
import { DatabaseTime, Transaction } from '#libs/database';
import { SlotSheet, type SlotId } from '../domain/review-slots/review-slot.js';
import { refuseFaulty, refuseOutdated, takeSaid, type Moment, type SheetDraft } from '../domain/take-said.js';
import { slotStepsAside, stageClosed } from '../scoring.errors.js';
import { SlotStore } from '../store/slot.store.js';
import { HoldSlot, refuseSlotScoring, type SlotPlace } from './hold-slot.js';

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
    refuseOutdated(place.sheet, version);
  }

  private async write({ slot, sheet: present, bloc }: SlotPlace, draft: SheetDraft, moment: Moment): Promise<SlotSheet> {
    refuseFaulty(bloc.criteria, draft.entries, moment);
    const sheet = present ?? Object.assign(new SlotSheet(), { slotId: slot.id, version: 1, confidence: null });
    sheet.salt = takeSaid(sheet, draft, moment, await this.time.now());
    await (present ? this.slots.updateSheet(sheet) : this.slots.insertSheet(sheet));
    return sheet;
  }
}

const isHandedIn = ({ sheet }: SlotPlace, { entries, comment }: SheetDraft): boolean =>
  sheet?.status === 'submitted' && sheet.comment === comment && canonicalJson(sheet.entries) === canonicalJson(entries);
