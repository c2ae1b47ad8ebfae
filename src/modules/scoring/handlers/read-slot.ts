import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { DomainError, type Sentence } from '#libs/errors';
import type { SlotId } from '../domain/review-slots/review-slot.js';
import { judgedName } from '../domain/blind/judged-name.js';
import { noSuchSlot } from '../scoring.errors.js';
import { HoldSlot, refuseSlotScoring, type SlotPlace } from './hold-slot.js';
import { ShowApplication } from './show-application.js';
import { ShowFiles } from './show-files.js';
import type { SlotJudgingView } from './slot.view.js';

/** What is read with a link: first the question of conflict, then the application as its bloc shows it, and the sheet. */
@Injectable()
export class ReadSlot {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSlot,
    private readonly showing: ShowApplication,
    private readonly files: ShowFiles,
  ) {}

  /** @throws DomainError `slot_absent` */
  async run(id: SlotId): Promise<SlotJudgingView> {
    const place = await this.tx.run(() => this.holding.place(id));
    return { ...headOf(place), ...sheetOf(place), application: place.slot.verdict === 'none' ? await this.showing.run(place) : null };
  }

  /** @throws DomainError `slot_absent` before a declaration, and for a file that is withheld */
  async file(id: SlotId, documentId: string): Promise<{ name: string; mediaType: string; bytes: number; content: Readable }> {
    const place = await this.tx.run(() => this.holding.place(id));
    if (place.slot.verdict !== 'none') throw noSuchSlot();
    const file = await this.files.open(place, documentId);
    if (!file) throw noSuchSlot();
    return file;
  }
}

function headOf({ call, stage, bloc, application, slot, ...place }: SlotPlace) {
  const refusal = refusalOf({ ...place, slot });
  return {
    seatId: slot.id, applicationId: application.id, alias: slot.alias, until: slot.until, counts: bloc.anonymousSlots?.counts ?? false,
    callTitle: call.title, stageTitle: stage.title, blocTitle: bloc.title, live: false, ballot: false, blind: bloc.blind, criteria: bloc.criteria, closesAt: slot.until.toISOString(),
    conflict: slot.verdict, conflictNote: null, conflictSettled: false, open: refusal === null, refusal, reopened: null, sealed: !place.stageOpen,
    number: application.number, projectName: judgedName(bloc, application), organisationName: bloc.blind === 'open' ? application.organisationName : null,
  };
}

function sheetOf({ sheet }: SlotPlace) {
  if (!sheet) return { version: 0, status: null, entries: {}, comment: '', confidence: null, savedAt: null, submittedAt: null, commitment: null };
  const { version, status, entries, comment, confidence, savedAt, submittedAt, commitment } = sheet;
  return { version, status, entries, comment, confidence, savedAt, submittedAt, commitment };
}

function refusalOf(place: Parameters<typeof refuseSlotScoring>[0]): Sentence | null {
  try {
    refuseSlotScoring(place);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.sentence;
    throw error;
  }
}
