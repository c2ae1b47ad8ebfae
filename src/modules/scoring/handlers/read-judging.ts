import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, type Sentence } from '#libs/errors';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { judgedName } from '../domain/blind/judged-name.js';
import { redactor } from '../domain/blind/redact.js';
import { noSuchSheet } from '../scoring.errors.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, refuseScoring, type Place } from './hold-sheet.js';
import { isLive } from './hold-stage.js';
import { SheetView, type JudgingView } from './judging.view.js';
import { ReadNames } from './read-names.js';
import { ShowApplication } from './show-application.js';
import { ShowFiles } from './show-files.js';

/** What a judge sees before one application: her sheet and, once she has declared, what she judges. */
@Injectable()
export class ReadJudging {
  constructor(
    private readonly holding: HoldSheet,
    private readonly sheets: SheetStore,
    private readonly showing: ShowApplication,
    private readonly files: ShowFiles,
    private readonly names: ReadNames,
  ) {}

  /** @throws DomainError `sheet_absent` */
  async sheet(seatId: string, applicationId: string, actor: Actor): Promise<JudgingView> {
    const place = await this.holding.place(seatId, applicationId, actor);
    const { declaration, sheet, application } = place;
    const refusal = refusalOf(place);
    return {
      ...SheetView.of(seatId, applicationId, sheet), ...headOf(place), ...conflictOf(place), conflictNote: await this.noteOf(place), open: refusal === null, refusal, sealed: !place.stageOpen,
      number: application.number, projectName: judgedName(place.bloc, application),
      reopened: sheet?.status === 'draft' ? await this.sheets.lastReopening(sheet.id) : null,
      application: declaration?.verdict === 'none' ? await this.showing.run(place) : null,
    };
  }

  /**
   * Why she stepped aside. Where judging is blind what the platform found out would tell her who applies; in what staff wrote the names are replaced.
   */
  private async noteOf(place: Place): Promise<string | null> {
    const { declaration, bloc } = place;
    const note = declaration?.note ?? null;
    if (note === null || bloc.blind === 'open') return note;
    if (declaration!.detected) return null;
    return declaration!.settledBy === null ? note : redactor(await this.names.of(place))(note);
  }

  /** A file of the application, for whoever has declared that nothing ties her to it. @throws DomainError `sheet_absent` */
  async file(seatId: string, applicationId: string, documentId: string, actor: Actor): Promise<{ name: string; mediaType: string; bytes: number; content: Readable }> {
    const place = await this.holding.place(seatId, applicationId, actor);
    const file = place.declaration?.verdict === 'none' ? await this.files.open(place, documentId) : null;
    if (!file) throw noSuchSheet();
    return file;
  }
}

const conflictOf = ({ declaration }: Place) =>
  declaration
    ? { conflict: declaration.verdict, conflictSettled: declaration.settledBy !== null }
    : { conflict: null, conflictSettled: false };

function headOf(place: Place) {
  const { call, seat, bloc, application } = place;
  const stage = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
  return {
    callTitle: call.title, stageTitle: stage.title, blocTitle: bloc.title, live: isLive(call, stage), ballot: isBallot(bloc), blind: bloc.blind, criteria: bloc.criteria,
    closesAt: call.rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? null,
    organisationName: bloc.blind === 'open' ? application.organisationName : null,
  };
}

function refusalOf(place: Place): Sentence | null {
  try {
    refuseScoring(place);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.sentence;
    throw error;
  }
}
