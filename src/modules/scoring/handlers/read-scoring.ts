import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, say, tell, type Sentence } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import { boardOf } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import type { Duties } from '../domain/assignment/duties.js';
import type { ConflictDeclaration, PanelSeat, ScoreSheet, ScoreStageRound } from '../domain/score-sheet.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage, isLast } from './hold-stage.js';
import { SeatView, type NamedSeatView, type PoolMemberView } from './panel.view.js';
import type { CellView, ConflictView, GapView, JudgeProgress, ProgressRow, ProgressView } from './progress.view.js';
import { ReadPaperMarks } from './read-paper-rows.js';
import { ReadPool } from './read-pool.js';
import { ComputeRanking } from './seal-ranking.js';
import { ReadDuties } from './read-duties.js';

/** What was declared and handed in among some seats. */
export interface State {
  readonly seats: readonly PanelSeat[];
  readonly sheets: readonly ScoreSheet[];
  readonly declarations: readonly ConflictDeclaration[];
  /** Who was given what. */
  readonly duties: Duties;
}

const isRecused = ({ declarations }: State, accountId: string, applicationId: string): boolean =>
  declarations.some((one) => one.accountId === accountId && one.applicationId === applicationId && one.verdict !== 'none');

/** She leaves it to the others with no conflict behind it. */
const hasAbstained = ({ sheets }: State, seatId: string, applicationId: string): boolean =>
  sheets.some((sheet) => sheet.seatId === seatId && sheet.applicationId === applicationId && sheet.status === 'abstained');

/** How many sheets of one application are in, are due, and fell away. */
export function countsOf(applicationId: string, state: State): { submitted: number; due: number; recused: number } {
  const given = state.seats.filter((seat) => state.duties.includes(seat, applicationId));
  const recused = given.filter(({ id, accountId }) => isRecused(state, accountId, applicationId) || hasAbstained(state, id, applicationId)).length;
  const submitted = state.sheets.filter((sheet) => sheet.applicationId === applicationId && sheet.status === 'submitted' && given.some(({ id }) => id === sheet.seatId)).length;
  return { submitted, due: given.length - recused, recused };
}

/** One cell for every judge and application between whom anything has happened. */
const cellsOf = (state: State): CellView[] =>
  state.seats.flatMap((seat) => state.declarations.filter(({ accountId }) => accountId === seat.accountId).map((declared) => cellOf(seat, declared, state.sheets)));

/** Pairs for which nobody waits, because they were given to others or stand in a board that the panel does not judge. */
const elsewhereOf = (applicationIds: readonly string[], { seats, duties }: State): CellView[] =>
  seats.flatMap((seat) => applicationIds.filter((id) => !duties.includes(seat, id)).map((applicationId) => ({ seatId: seat.id, applicationId, state: 'elsewhere', sheetId: null, at: null, paper: null })));

function cellOf({ id }: PanelSeat, { applicationId, verdict, declaredAt }: ConflictDeclaration, sheets: readonly ScoreSheet[]): CellView {
  const cell = { seatId: id, applicationId, sheetId: null, at: declaredAt, paper: null };
  if (verdict !== 'none') return { ...cell, state: verdict };
  const sheet = sheets.find((one) => one.seatId === id && one.applicationId === applicationId && one.status !== 'void');
  return sheet ? { ...cell, state: sheet.status, sheetId: sheet.id, at: sheet.submittedAt ?? sheet.savedAt } : { ...cell, state: 'declared' };
}

const filled = ({ sentence, facts }: { sentence: Sentence; facts: object }): Sentence => say(tell(sentence, facts as Record<string, unknown>, 'zh'), tell(sentence, facts as Record<string, unknown>, 'en'));

const gapOf = ({ code, sentence, facts }: { code: string; sentence: Sentence; facts: Readonly<Record<string, unknown>> }): GapView => ({
  code, sentence: filled({ sentence, facts }), applicationId: typeof facts.applicationId === 'string' ? facts.applicationId : null,
});

/** Names people, and says what stands between the sheets that are in and a ranking; nothing of the scores. */
@Injectable()
export class NameJudges {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly computing: ComputeRanking,
    private readonly papers: ReadPaperMarks,
  ) {}

  /** The same cells, with who brought in those that came on paper. */
  async broughtIn(cells: readonly CellView[], seats: readonly PanelSeat[]): Promise<CellView[]> {
    const marks = await this.papers.of(seats.filter(({ onPaper }) => onPaper).map(({ id }) => id));
    return cells.map((cell) => ({ ...cell, paper: marks.get(`${cell.seatId} ${cell.applicationId}`) ?? (cell.sheetId ? marks.get(cell.seatId) : undefined) ?? null }));
  }

  async nameOf(accountId: string, otherwise: string): Promise<string> {
    return (await this.identity.person(accountId))?.name ?? otherwise;
  }

  judges(seats: readonly PanelSeat[], applicationIds: readonly string[], state: State): Promise<JudgeProgress[]> {
    return Promise.all(seats.map(async (seat) => ({
      ...SeatView.of(seat), name: await this.nameOf(seat.accountId, seat.alias),
      submitted: state.sheets.filter(({ seatId, status }) => seatId === seat.id && status === 'submitted').length,
      due: applicationIds.filter((id) => state.duties.includes(seat, id) && !isRecused(state, seat.accountId, id) && !hasAbstained(state, seat.id, id)).length,
    })));
  }

  /** What was declared against somebody, and what staff have settled; a plain "none" is no conflict. */
  conflicts({ seats, declarations }: State): Promise<ConflictView[]> {
    const told = declarations.filter(({ verdict, settledBy }) => verdict !== 'none' || settledBy !== null);
    return Promise.all(told.flatMap(({ accountId, applicationId, verdict, note, declaredAt, settledBy }) =>
      seats.filter((seat) => seat.accountId === accountId).map(async (seat) => ({
        seatId: seat.id, alias: seat.alias, judgeName: await this.nameOf(accountId, seat.alias), applicationId, verdict, note, declaredAt,
        settledBy: settledBy && (await this.nameOf(settledBy, settledBy)),
      }))));
  }

  async gaps(call: Parameters<ComputeRanking['run']>[0], round: ScoreStageRound, stageKey: string | null): Promise<GapView[]> {
    try {
      return (await this.computing.run(call, round, stageKey)).gaps.map(gapOf);
    } catch (error) {
      if (error instanceof DomainError) return [gapOf(error)];
      throw error;
    }
  }
}

/** Who sits in a stage, with what was declared, given and handed in there. */
@Injectable()
export class ReadState {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly owing: ReadDuties,
  ) {}

  async of(callId: string, stageKey: string): Promise<State> {
    const [round, all, duties] = await Promise.all([this.panels.stage(callId, stageKey), this.panels.seats(callId, stageKey), this.owing.of(callId)]);
    const seats = all.filter(({ status }) => status === 'seated');
    const [sheets, declarations] = await Promise.all([this.sheets.ofSeats(seats.map(({ id }) => id)), this.panels.declarations(round?.applicationIds ?? [])]);
    return { seats, sheets, declarations, duties };
  }
}

/** What officers follow while judges work: how much is in, not what it says. */
@Injectable()
export class ReadScoring {
  constructor(
    private readonly panels: PanelStore,
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly naming: NameJudges,
    private readonly states: ReadState,
  ) {}

  async progress(callId: string, stageKey: string, actor: Actor): Promise<ProgressView> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const [round, state] = await Promise.all([this.panels.stage(callId, stageKey), this.states.of(callId, stageKey)]);
    const ids = round?.applicationIds ?? [];
    const [applications, judges, conflicts] = await Promise.all([this.applications.many(ids), this.naming.judges(state.seats, ids, state), this.naming.conflicts(state)]);
    return {
      status: round?.status ?? 'waiting', judges, cells: [...(await this.naming.broughtIn(cellsOf(state).filter(({ seatId, applicationId }) => isGiven(state, seatId, applicationId)), state.seats)), ...elsewhereOf(ids, state)], conflicts, unsure: conflicts.filter(({ verdict }) => verdict === 'unsure'),
      applications: applications.map(({ id, number, projectName, organisationName, categoryKey }): ProgressRow => ({ applicationId: id, number: number!, projectName, organisationName, board: boardOf(call.rulebook, categoryKey)?.title ?? null, ...countsOf(id, state) })),
      gaps: round?.status === 'open' ? await this.naming.gaps(call, round, isLast(call, stageKey) ? null : stageKey) : [],
    };
  }

  /** Who sits in a stage, with what was declared and handed in there. */
  stateOf(callId: string, stageKey: string): Promise<State> {
    return this.states.of(callId, stageKey);
  }
}

const isGiven = ({ seats, duties }: State, seatId: string, applicationId: string): boolean => duties.includes(seats.find(({ id }) => id === seatId)!, applicationId);

/** Who sits on the panels of a round, and who could. */
@Injectable()
export class ReadPanels {
  constructor(
    private readonly panels: PanelStore,
    private readonly holding: HoldStage,
    private readonly pooling: ReadPool,
    private readonly naming: NameJudges,
  ) {}

  async pool(callId: string, actor: Actor): Promise<PoolMemberView[]> {
    return this.pooling.described(await this.holding.call(callId, actor, 'watch'), actor);
  }

  async seats(callId: string, actor: Actor): Promise<NamedSeatView[]> {
    await this.holding.call(callId, actor, 'watch');
    return Promise.all((await this.panels.seats(callId)).map(async (seat) => ({ ...SeatView.of(seat), name: await this.naming.nameOf(seat.accountId, seat.alias) })));
  }
}
