import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, isId, Transaction } from '#libs/database';
import { absent, invalid, refused, say } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreBloc } from '#modules/calls';
import { calibrationSpread } from '../domain/calibration-spread.js';
import { checkSheet } from '../domain/check-sheet.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { alreadySubmitted, noSuchSheet, sheetFaulty, stageClosed } from '../scoring.errors.js';
import { CalibrationStore, type CalibrationCase, type CalibrationSheet } from '../store/calibration.store.js';
import type { SheetDraft } from '../domain/take-said.js';
import { PanelStore } from '../store/panel.store.js';
import type { CalibrationChoiceView, CalibrationDueView, CalibrationSheetView, CalibrationSpreadView, CalibrationView } from './calibration.view.js';
import { HoldStage } from './hold-stage.js';
import { ShowApplication } from './show-application.js';

const none = () => absent('calibration_absent', say('本组没有校准样例', 'This panel has no calibration application'));

/** The calibration of one panel as far as everybody may know it. */
@Injectable()
export class ReadCalibration {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly store: CalibrationStore,
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
  ) {}

  async stage(callId: string, stageKey: string, actor: Actor): Promise<CalibrationView[]> {
    const call = await this.holding.call(callId, actor, 'watch');
    const blocs = this.holding.stage(call, stageKey).blocs.filter(({ kind }) => kind !== 'external');
    return Promise.all(blocs.map(async (bloc) => {
      const found = await this.store.of(callId, stageKey, bloc.key);
      const application = found && (await this.applications.get(found.applicationId));
      return { stageKey, blocKey: bloc.key, blocTitle: bloc.title, number: application && application.number, projectName: application && application.projectName, spread: await this.spread(callId, stageKey, bloc, found) };
    }));
  }

  /** Applications of the place's other calls that were judged before. */
  async choices(callId: string, actor: Actor): Promise<CalibrationChoiceView[]> {
    const call = await this.holding.call(callId, actor, 'watch');
    const past = (await Promise.all((['archived', 'running'] as const).map((status) => this.calls.withStatus(status)))).flat().filter(({ id, nodePath }) => id !== callId && nodePath === call.nodePath);
    const judged = (await Promise.all(past.map(({ id }) => this.applications.ofCall(id)))).flat().filter(({ announcedAt, outcome }) => announcedAt !== null && outcome !== null);
    return judged.map(({ id, number, projectName }) => ({ applicationId: id, number: number!, projectName }));
  }

  async spread(callId: string, stageKey: string, bloc: ScoreBloc, found: CalibrationCase | null): Promise<CalibrationSpreadView> {
    const seats = (await this.panels.seats(callId, stageKey)).filter(({ status, blocKey }) => status === 'seated' && blocKey === bloc.key);
    const sheets = found ? await this.store.sheets(seats.map(({ id }) => id), found.applicationId) : [];
    return { due: seats.length, ...calibrationSpread(bloc, sheets) };
  }
}

@Injectable()
export class RecordCalibration {
  constructor(
    private readonly store: CalibrationStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async set(place: Pick<CalibrationCase, 'callId' | 'stageKey' | 'blocKey' | 'applicationId'>, actor: Actor): Promise<void> {
    await this.store.set({ ...place, setBy: actor.accountId, setAt: await this.time.now() });
    await this.audit.record({ action: 'calibration.set', subject: { kind: 'call', id: place.callId }, actor, facts: place });
  }

  async keep(seat: PanelSeat, applicationId: string, { entries, comment, version }: SheetDraft, submit: boolean, actor: Actor): Promise<void> {
    const at = await this.time.now();
    await this.store.save({ seatId: seat.id, applicationId, entries, comment, version, savedAt: at, submittedAt: submit ? at : null });
    if (submit) await this.audit.record({ action: 'calibration.submitted', subject: { kind: 'panel_seat', id: seat.id }, actor, facts: { applicationId } });
  }
}

/** An officer names the application on which a panel finds its common measure. */
@Injectable()
export class SetCalibration {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly reading: ReadCalibration,
    private readonly records: RecordCalibration,
  ) {}

  /** @throws DomainError `calibration_unsuitable`, `stage_not_open` once sealed */
  run(callId: string, stageKey: string, blocKey: string, applicationId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.holding.call(callId, actor);
      this.holding.bloc(call, stageKey, blocKey);
      if ((await this.panels.stage(callId, stageKey))?.status === 'sealed') throw stageClosed();
      const suits = (await this.reading.choices(callId, actor)).some((one) => one.applicationId === applicationId);
      if (!suits) throw invalid('calibration_unsuitable', say('只能用往期已公布结果的申报作样例', 'Only an application of an earlier call whose outcome is announced can serve'));
      await this.records.set({ callId, stageKey, blocKey, applicationId }, actor);
    });
  }
}

interface Desk {
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly bloc: ScoreBloc;
  readonly found: CalibrationCase;
  readonly sheet: CalibrationSheet | null;
  readonly open: boolean;
}

/** Finds the calibration of a judge's own seat. */
@Injectable()
export class HoldCalibration {
  constructor(
    private readonly panels: PanelStore,
    private readonly calls: CallsFacade,
    private readonly store: CalibrationStore,
  ) {}

  async mine(actor: Actor): Promise<CalibrationDueView[]> {
    const seats = await this.panels.seatsOf(actor.accountId);
    const found = await Promise.all(seats.map(async ({ id, callId, stageKey, blocKey }) => ({ id, one: await this.store.of(callId, stageKey, blocKey) })));
    return Promise.all(found.flatMap(({ id, one }) => (one ? [this.store.sheet(id, one.applicationId).then((sheet) => ({ seatId: id, submitted: Boolean(sheet?.submittedAt) }))] : [])));
  }

  /** @throws DomainError `sheet_absent`, `calibration_absent` */
  async run(seatId: string, actor: Actor): Promise<Desk> {
    const seat = isId(seatId) ? await this.panels.seat(seatId) : null;
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    const [call, found, round] = await Promise.all([this.calls.get(seat.callId), this.store.of(seat.callId, seat.stageKey, seat.blocKey), this.panels.stage(seat.callId, seat.stageKey)]);
    if (!found) throw none();
    const bloc = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!.blocs.find(({ key }) => key === seat.blocKey)!;
    return { seat, call, bloc, found, open: round?.status !== 'sealed', sheet: await this.store.sheet(seatId, found.applicationId) };
  }
}

function ownSheet(sheet: CalibrationSheet | null) {
  if (!sheet) return { version: 0, status: null, entries: {}, comment: '', savedAt: null, submittedAt: null };
  const { version, entries, comment, savedAt, submittedAt } = sheet;
  return { version, entries, comment, savedAt, submittedAt, status: submittedAt ? 'submitted' : 'draft' };
}

/** An application of an earlier call, read blind whatever that call had it. */
@Injectable()
export class ShowPast {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
    private readonly showing: ShowApplication,
  ) {}

  async run(applicationId: string): Promise<CalibrationSheetView['application']> {
    const application: ApplicationView = await this.applications.get(applicationId);
    const call = await this.calls.get(application.callId);
    const bloc = call.rulebook.scoring.stages[0]?.blocs[0];
    if (!bloc) throw refused('calibration_unsuitable', say('该申报的批次没有评分表', 'The call of that application had no score sheet'));
    return this.showing.run({ application, call, bloc: { ...bloc, blind: 'double' } });
  }
}

/** A judge reads and scores the calibration application; the spread of the panel opens to her once hers is in. */
@Injectable()
export class Calibrate {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldCalibration,
    private readonly reading: ReadCalibration,
    private readonly records: RecordCalibration,
    private readonly showing: ShowPast,
  ) {}

  /** Which of her seats have one, and whether hers is in. */
  mine(actor: Actor): Promise<CalibrationDueView[]> {
    return this.holding.mine(actor);
  }

  async sheet(seatId: string, actor: Actor): Promise<CalibrationSheetView> {
    const { seat, call, bloc, found, sheet, open } = await this.holding.run(seatId, actor);
    const own = ownSheet(sheet);
    return {
      ...own, seatId, applicationId: found.applicationId, confidence: null, commitment: null,
      callTitle: call.title, stageTitle: call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!.title, criteria: bloc.criteria, open,
      application: await this.showing.run(found.applicationId), spread: own.submittedAt ? await this.reading.spread(call.id, seat.stageKey, bloc, found) : null,
    };
  }

  /** @throws DomainError `stage_not_open`, `sheet_submitted`, `sheet_changed`, `sheet_faulty` */
  keep(seatId: string, draft: SheetDraft, moment: 'draft' | 'submit', actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { seat, bloc, found, sheet, open } = await this.holding.run(seatId, actor);
      if (!open) throw stageClosed();
      if (sheet?.submittedAt) throw alreadySubmitted();
      const problems = checkSheet(bloc.criteria, draft.entries, moment);
      if (problems.length > 0) throw sheetFaulty(problems);
      await this.records.keep(seat, found.applicationId, draft, moment === 'submit', actor);
    });
  }
}
