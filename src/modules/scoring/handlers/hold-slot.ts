import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreBloc, type ScoreStage } from '#modules/calls';
import { Throttle } from '#modules/identity';
import { readCode } from '../domain/short-code.js';
import { hashOfToken, type ReviewSlot, type SlotId, type SlotSheet } from '../domain/review-slots/review-slot.js';
import { noSuchSlot, slotCodeDue, slotStepsAside, stageClosed, undeclared } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SlotStore } from '../store/slot.store.js';

/** Calls with one link in 15 minutes: a sheet that is saved after every pause stays far below. */
const MOST_OF_ONE = 1200;
/** Links that open nothing, from everybody together: 256 random bits are not found by trying, and no address is kept to tell who tries. */
const MOST_WRONG = 300;
/** Wrong codes with one link in 15 minutes; of 2⁴⁰ codes none is found so. */
const MOST_WRONG_CODES = 20;

/** Finds the slot of a link. Counts the calls by the link alone, so that nothing is kept of where they come from. */
@Injectable()
export class KnockAtSlot {
  constructor(
    private readonly slots: SlotStore,
    private readonly throttle: Throttle,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `slot_absent` for a link that is unknown, over or revoked; `slot_code_due` without its code; `too_many_attempts` */
  async run(token: string | undefined, code: string | undefined): Promise<SlotId> {
    const slot = token ? await this.slots.withHash(hashOfToken(token)) : null;
    await this.throttle.count([slot ? { key: `review slot ${slot.id}`, most: MOST_OF_ONE } : { key: 'review slots that are none', most: MOST_WRONG }]);
    if (!slot?.isUsable(await this.time.now())) throw noSuchSlot();
    await this.insistOnCode(slot, code);
    return slot.id;
  }

  private async insistOnCode({ id, codeHash }: ReviewSlot, code: string | undefined): Promise<void> {
    if (code && codeHash === hashOfToken(readCode(code))) return;
    if (code) await this.throttle.count([{ key: `review slot code ${id}`, most: MOST_WRONG_CODES }]);
    throw slotCodeDue(codeHash === null, code !== undefined && code !== '');
  }
}

/** A slot before its application, with all that decides what may be done there. */
export interface SlotPlace {
  readonly slot: ReviewSlot;
  readonly sheet: SlotSheet | null;
  readonly call: CallView;
  readonly stage: ScoreStage;
  readonly bloc: ScoreBloc;
  readonly application: ApplicationView;
  readonly stageOpen: boolean;
}

@Injectable()
export class HoldSlot {
  constructor(
    private readonly slots: SlotStore,
    private readonly panels: PanelStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  /** @throws DomainError `slot_absent` */
  async place(id: SlotId): Promise<SlotPlace> {
    const slot = await this.slots.lock(id);
    if (!slot) throw noSuchSlot();
    const round = await this.panels.holdStage(slot.callId, slot.stageKey);
    const [call, application, sheet] = await Promise.all([this.calls.get(slot.callId), this.applications.get(slot.applicationId), this.slots.lockSheet(slot.id)]);
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === slot.stageKey)!;
    return { slot, sheet, call, application, stage, bloc: stage.blocs.find(({ key }) => key === slot.blocKey)!, stageOpen: round?.status === 'open' };
  }
}

/** @throws DomainError `stage_not_open`, `declaration_first`, `slot_aside` */
export function refuseSlotScoring({ stageOpen, slot }: Pick<SlotPlace, 'stageOpen' | 'slot'>): void {
  if (!stageOpen) throw stageClosed();
  if (slot.verdict === null) throw undeclared();
  if (slot.verdict === 'has') throw slotStepsAside();
}
