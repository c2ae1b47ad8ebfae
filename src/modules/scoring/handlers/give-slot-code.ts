import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { hashOfToken, type ReviewSlot } from '../domain/review-slots/review-slot.js';
import { newCode } from '../domain/short-code.js';
import { noSuchSlot } from '../scoring.errors.js';
import { SlotStore } from '../store/slot.store.js';
import { HoldStage } from './hold-stage.js';

/** A slot that is neither handed in nor over, for an officer of its place. */
@Injectable()
export class HoldOpenSlot {
  constructor(
    private readonly holding: HoldStage,
    private readonly slots: SlotStore,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent`, `slot_absent`, `slot_handed_in`, `slot_over` */
  async run(callId: string, id: string, actor: Actor): Promise<{ slot: ReviewSlot; at: Date }> {
    await this.holding.call(callId, actor);
    const slot = await this.slots.lock(id);
    if (slot?.callId !== callId) throw noSuchSlot();
    const at = await this.time.now();
    const standing = slot.standing(await this.slots.lockSheet(slot.id), at);
    if (standing === 'handed_in') throw refused('slot_handed_in', say('评分已提交，链接不能再改动', 'Its sheet was handed in; nothing about the link can change any more'));
    if (standing !== 'waiting' && standing !== 'reading') throw refused('slot_over', say('该链接已失效', 'This link is over already'));
    return { slot, at };
  }
}

/**
 * Whoever opened a slot knows its link, and could review with it. So the link alone opens nothing: a second officer, who has never seen it, gives
 * the code to the reviewer. No address is kept for that, as a letter would need, and what the record holds is two officers and no reviewer.
 */
@Injectable()
export class GiveSlotCode {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOpenSlot,
    private readonly slots: SlotStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The code is told this once; one given anew makes the first worthless. @throws DomainError `second_person`, `slot_absent`, `slot_handed_in`, `slot_over` */
  run(callId: string, id: string, actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const { slot, at } = await this.holding.run(callId, id, actor);
      if (slot.openedBy === actor.accountId) throw refused('second_person', say('链接由您开放，评审码须由另一位工作人员发放', 'You opened the link; a second person gives the code'));
      const code = newCode();
      await this.slots.giveCode(Object.assign(slot, { codeHash: hashOfToken(code), codeGivenBy: actor.accountId, codeGivenAt: at }));
      await this.audit.record({ action: 'slot.code_given', subject: { kind: 'review_slot', id }, actor, facts: { applicationId: slot.applicationId } });
      return code;
    });
  }
}

/** An officer takes a link back. A sheet that was handed in under it stays: it is not hers to drop. */
@Injectable()
export class RevokeSlot {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOpenSlot,
    private readonly slots: SlotStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `call_absent`, `slot_absent`, `slot_handed_in`, `slot_over` */
  run(callId: string, id: string, reason: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { slot, at } = await this.holding.run(callId, id, actor);
      await this.slots.update(Object.assign(slot, { revokedBy: actor.accountId, revokedAt: at, revokedWhy: reason }));
      await this.audit.record({ action: 'slot.revoked', subject: { kind: 'review_slot', id }, actor, facts: { applicationId: slot.applicationId, reason } });
    });
  }
}
