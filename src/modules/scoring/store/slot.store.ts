import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { HeldSlot } from '../domain/review-slots/count-slots.js';
import { ReviewSlot, SlotSheet, type SlotId } from '../domain/review-slots/review-slot.js';
import type { RecordedSheet } from '../domain/sheet-commitment.js';
import { sheetChanged } from '../scoring.errors.js';

/** Slots by the hash of their link, and the sheets under them. No column of it says who reads. */
@Injectable()
export class SlotStore {
  constructor(private readonly tx: Transaction) {}

  withHash(tokenHash: string): Promise<ReviewSlot | null> {
    return this.tx.reader.getRepository(ReviewSlot).findOneBy({ tokenHash });
  }

  async lock(id: string): Promise<ReviewSlot | null> {
    return isId(id) ? this.tx.manager.getRepository(ReviewSlot).findOne({ where: { id: id as SlotId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  sheet(slotId: SlotId): Promise<SlotSheet | null> {
    return this.tx.reader.getRepository(SlotSheet).findOneBy({ slotId });
  }

  lockSheet(slotId: SlotId): Promise<SlotSheet | null> {
    return this.tx.manager.getRepository(SlotSheet).findOne({ where: { slotId }, lock: { mode: 'pessimistic_write' } });
  }

  /** In the order in which they were opened. */
  async ofCall(callId: string, stageKeys: readonly string[]): Promise<HeldSlot[]> {
    const slots = await this.tx.reader.getRepository(ReviewSlot).createQueryBuilder('s').where('s.call_id = :callId and s.stage_key = any(:stageKeys)', { callId, stageKeys }).orderBy('s.openedAt').addOrderBy('s.id').getMany();
    const sheets = slots.length === 0 ? [] : await this.tx.reader.getRepository(SlotSheet).createQueryBuilder('s').where('s.slot_id = any(:ids)', { ids: slots.map(({ id }) => id) }).getMany();
    return slots.map((slot) => ({ slot, sheet: sheets.find(({ slotId }) => slotId === slot.id) ?? null }));
  }

  async insert(slot: ReviewSlot): Promise<void> {
    await this.tx.manager.insert(ReviewSlot, slot);
  }

  async update({ id, revokedBy, revokedAt, revokedWhy, verdict }: ReviewSlot): Promise<void> {
    await this.tx.manager.update(ReviewSlot, { id }, { revokedBy, revokedAt, revokedWhy, verdict });
  }

  async giveCode({ id, codeHash, codeGivenBy, codeGivenAt }: ReviewSlot): Promise<void> {
    await this.tx.manager.update(ReviewSlot, { id }, { codeHash, codeGivenBy, codeGivenAt });
  }

  async insertSheet(sheet: SlotSheet): Promise<void> {
    await this.tx.manager.insert(SlotSheet, sheet as never);
  }

  /** @throws DomainError `sheet_changed` (stale) */
  async updateSheet(sheet: SlotSheet): Promise<void> {
    const { slotId, version, ...columns } = sheet;
    const { affected } = await this.tx.manager.update(SlotSheet, { slotId, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw sheetChanged();
    sheet.version = version + 1;
  }

  /** Every sheet of the stage that is handed in, beside its record in the audit trail. */
  recorded(callId: string, stageKey: string): Promise<(RecordedSheet & { alias: string; applicationId: string })[]> {
    return this.tx.reader.query(
      `select t.slot_id as "sheetId", s.alias, s.application_id as "applicationId", t.entries, t.comment, t.confidence, t.commitment, t.salt,
         (select l.facts->>'commitment' from audit_leaf l where l.subject_kind = 'review_slot' and l.subject_id = s.id::text and l.action = 'slot_sheet.submitted' order by l.seq desc limit 1) as recorded
       from slot_sheet t join review_slot s on s.id = t.slot_id where t.status = 'submitted' and s.call_id = $1 and s.stage_key = $2 order by s.id`, [callId, stageKey],
    );
  }
}
