import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type FormSection, type ScoreBloc } from '#modules/calls';
import { refuseScoring } from './hold-sheet.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldSheet, type Place } from './hold-sheet.js';
import { isLive } from './hold-stage.js';
import { SheetView, type JudgingView, type QueueView, type TaskView } from './scoring.view.js';

/** What a judge sees: her own queue and sheets, and nobody else's. */
@Injectable()
export class ReadJudging {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly holding: HoldSheet,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  async queue(actor: Actor): Promise<QueueView[]> {
    return Promise.all((await this.panels.seatsOf(actor.accountId)).map((seat) => this.queueOf(seat)));
  }

  /** @throws DomainError `sheet_absent` */
  async sheet(seatId: string, applicationId: string, actor: Actor): Promise<JudgingView> {
    const place = await this.holding.place(seatId, applicationId, actor);
    const readable = place.declaration?.verdict === 'none';
    return {
      ...SheetView.of(seatId, applicationId, place.sheet), conflict: place.declaration?.verdict ?? null, open: mayScore(place),
      number: place.application.number, blind: place.bloc.blind, criteria: place.bloc.criteria, application: readable ? shown(place) : null,
    };
  }

  private async queueOf(seat: PanelSeat): Promise<QueueView> {
    const [call, round, own] = await Promise.all([this.calls.get(seat.callId), this.panels.stage(seat.callId, seat.stageKey), this.sheets.ofSeats([seat.id])]);
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === seat.stageKey)!;
    const bloc = stage.blocs.find(({ key }) => key === seat.blocKey)!;
    const live = isLive(call, stage);
    const applications = await this.applications.many(round?.applicationIds ?? []);
    const tasks = await Promise.all(applications.map(async (application): Promise<TaskView> => {
      const declared = await this.panels.declaration(seat.accountId, application.id);
      const sheet = own.find(({ applicationId }) => applicationId === application.id);
      const opened = round?.status === 'open' && (!live || (await this.panels.isOpen(call.id, stage.key, application.id)));
      return { seatId: seat.id, applicationId: application.id, name: nameFor(bloc, application), conflict: declared?.verdict ?? null, status: sheet?.status ?? null, open: opened };
    }));
    const due = tasks.filter(({ conflict }) => conflict === null || conflict === 'none');
    const closesAt = call.rulebook.stages.find(({ key }) => key === stage.stage)?.closesAt ?? null;
    return {
      seatId: seat.id, callId: call.id, callTitle: call.title, stageTitle: stage.title, live, stage: round?.status ?? 'waiting', closesAt, tasks,
      submitted: due.filter(({ status }) => status === 'submitted').length, due: due.length,
    };
  }
}

const nameFor = ({ blind }: ScoreBloc, { number, projectName }: ApplicationView): string => (blind === 'open' ? projectName : `${number} ${projectName}`);

function mayScore(place: Place): boolean {
  try {
    refuseScoring(place);
    return true;
  } catch {
    return false;
  }
}

/** Blind judging leaves out the organisation and every answer that would give it away. */
function shown({ application, bloc, call }: Place): object {
  const { projectName, categoryKey, requestedFen, totalFen, budget, answers } = application;
  const hidden = bloc.blind !== 'open';
  const sections = call.rulebook.form.sections.map((section) => ({ key: section.key, title: section.title, answers: answersOf(section, answers[section.key] ?? {}, hidden) }));
  return {
    projectName, categoryKey, requestedFen, totalFen, budget, sections: sections.filter((section) => section.answers.length > 0),
    ...(hidden ? {} : { organisationName: application.organisationName }),
  };
}

const answersOf = ({ questions }: FormSection, given: Readonly<Record<string, unknown>>, hidden: boolean): object[] =>
  questions.filter((question) => given[question.key] !== undefined && !(hidden && (question.identifying || question.kind === 'file')))
    .map(({ key, title, kind }) => ({ key, title, kind, answer: given[key] }));
