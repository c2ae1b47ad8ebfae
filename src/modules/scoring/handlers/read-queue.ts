import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreBloc, type ScoreStage } from '#modules/calls';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import type { ConflictDeclaration, PanelSeat, ScoreSheet, ScoreStageRound } from '../domain/score-sheet.js';
import { judgedName, nameFor } from '../domain/blind/judged-name.js';
import { noSuchSheet } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { isLive } from './hold-stage.js';
import { SheetView, type GridView, type QueueView, type TaskView } from './judging.view.js';
import { ReadDuties } from './read-duties.js';

/** Everything that one seat looks at. */
interface Desk {
  readonly seat: PanelSeat;
  readonly call: CallView;
  readonly stage: ScoreStage;
  readonly bloc: ScoreBloc;
  readonly round: ScoreStageRound | null;
  readonly applications: readonly ApplicationView[];
  readonly sheets: readonly ScoreSheet[];
  readonly declarations: readonly ConflictDeclaration[];
  /** What may be scored at this moment, as far as the stage and the hall decide it. */
  readonly opened: ReadonlySet<string>;
}

/** What waits for a judge: her own queue and sheets, and nobody else's. */
@Injectable()
export class ReadQueue {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly owing: ReadDuties,
  ) {}

  async queue(actor: Actor): Promise<QueueView[]> {
    const desks = await Promise.all((await this.panels.seatsOf(actor.accountId)).map((seat) => this.deskOf(seat)));
    return desks.map(queueOf);
  }

  /** @throws DomainError `sheet_absent` for a seat of somebody else */
  async grid(seatId: string, actor: Actor): Promise<GridView> {
    const seat = await this.panels.seat(seatId);
    if (seat?.status !== 'seated' || seat.accountId !== actor.accountId) throw noSuchSheet();
    return gridOf(await this.deskOf(seat));
  }

  private async deskOf(seat: PanelSeat): Promise<Desk> {
    const [call, round, sheets, duties] = await Promise.all([this.calls.get(seat.callId), this.panels.stage(seat.callId, seat.stageKey), this.sheets.ofSeats([seat.id]), this.owing.of(seat.callId)]);
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    const ids = (round?.applicationIds ?? []).filter((id) => duties.includes(seat, id));
    const [applications, declared] = await Promise.all([this.applications.many(ids), this.panels.declarations(ids)]);
    return {
      seat, call, stage, round, sheets, bloc: stage.blocs.find(({ key }) => key === seat.blocKey)!,
      applications: [...applications].sort((a, b) => (a.number! < b.number! ? -1 : 1)),
      declarations: declared.filter(({ accountId }) => accountId === seat.accountId), opened: await this.openedIn(call, stage, round),
    };
  }

  private async openedIn(call: CallView, stage: ScoreStage, round: ScoreStageRound | null): Promise<ReadonlySet<string>> {
    if (round?.status !== 'open') return new Set();
    return new Set(isLive(call, stage) ? await this.panels.openedIn(call.id, stage.key) : round.applicationIds);
  }
}

const closingOf = ({ call, stage }: Desk): string | null => call.rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? null;

const sheetFor = ({ sheets }: Desk, { id }: ApplicationView): ScoreSheet | null => sheets.find(({ applicationId }) => applicationId === id) ?? null;

function taskOf(desk: Desk, application: ApplicationView): TaskView {
  const { status, savedAt, submittedAt } = SheetView.of(desk.seat.id, application.id, sheetFor(desk, application));
  return {
    seatId: desk.seat.id, applicationId: application.id, name: nameFor(desk.bloc, application), number: application.number,
    conflict: desk.declarations.find(({ applicationId }) => applicationId === application.id)?.verdict ?? null,
    status, savedAt, submittedAt, open: desk.opened.has(application.id),
  };
}

function queueOf(desk: Desk): QueueView {
  const { seat, call, stage, bloc, round } = desk;
  const tasks = desk.applications.map((application) => taskOf(desk, application));
  const due = tasks.filter(({ conflict, status }) => (conflict === null || conflict === 'none') && status !== 'abstained');
  return {
    seatId: seat.id, callId: call.id, callTitle: call.title, stageKey: stage.key, stageTitle: stage.title, blocTitle: bloc.title, blind: bloc.blind,
    live: isLive(call, stage), ballot: isBallot(bloc), stage: round?.status ?? 'waiting', closesAt: closingOf(desk), tasks,
    submitted: due.filter(({ status }) => status === 'submitted').length, due: due.length,
  };
}

function gridOf(desk: Desk): GridView {
  const { seat, call, stage, bloc } = desk;
  const rows = desk.applications.map((application) => {
    const { name, conflict, open } = taskOf(desk, application);
    return { ...SheetView.of(seat.id, application.id, sheetFor(desk, application)), name, number: application.number!, projectName: judgedName(bloc, application), conflict, open: open && conflict === 'none' };
  });
  return { seatId: seat.id, callTitle: call.title, stageTitle: stage.title, criteria: bloc.criteria, rows };
}
