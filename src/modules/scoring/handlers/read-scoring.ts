import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { absent, DomainError, say } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import { IdentityFacade } from '#modules/identity';
import type { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';
import { ReadPool } from './seat-judges.js';
import { ComputeRanking } from './seal-ranking.js';
import { RankingView, SeatView, type JudgeProgress, type ProgressRow, type ProgressView } from './scoring.view.js';

const noRanking = () => absent('ranking_absent', say('排名尚未封存或公布', 'The ranking has not been sealed or published'));

interface State {
  readonly seats: readonly PanelSeat[];
  readonly sheets: readonly ScoreSheet[];
  readonly declarations: readonly ConflictDeclaration[];
}

const isRecused = ({ declarations }: State, accountId: string, applicationId: string): boolean =>
  declarations.some((one) => one.accountId === accountId && one.applicationId === applicationId && one.verdict !== 'none');

/** How many sheets of one application are in, are due, and fell away. */
export function countsOf(applicationId: string, state: State): { submitted: number; due: number; recused: number } {
  const recused = state.seats.filter(({ accountId }) => isRecused(state, accountId, applicationId)).length;
  const submitted = state.sheets.filter((sheet) => sheet.applicationId === applicationId && sheet.status === 'submitted').length;
  return { submitted, due: state.seats.length - recused, recused };
}

@Injectable()
export class NameJudges {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly pooling: ReadPool,
    private readonly computing: ComputeRanking,
  ) {}

  pool(call: { nodePath: string }): Promise<{ id: string; name: string }[]> {
    return this.pooling.of(call);
  }

  judges(seats: readonly PanelSeat[], applicationIds: readonly string[], state: State): Promise<JudgeProgress[]> {
    return Promise.all(seats.map(async (seat) => ({
      ...SeatView.of(seat), name: (await this.identity.person(seat.accountId))?.name ?? seat.alias,
      submitted: state.sheets.filter(({ seatId, status }) => seatId === seat.id && status === 'submitted').length,
      due: applicationIds.filter((id) => !isRecused(state, seat.accountId, id)).length,
    })));
  }

  /** What stands between the sheets that are in and a ranking; nothing of the scores. */
  async gaps(call: Parameters<ComputeRanking['run']>[0], round: Parameters<ComputeRanking['run']>[1], stageKey: string): Promise<object[]> {
    try {
      return (await this.computing.run(call, round, stageKey)).gaps.map(({ code, sentence, facts }) => ({ code, sentence, facts }));
    } catch (error) {
      if (error instanceof DomainError) return [{ code: error.code, sentence: error.sentence, facts: error.facts }];
      throw error;
    }
  }
}

/** What officers follow while judges work: how much is in, not what it says; and the rankings once sealed. */
@Injectable()
export class ReadScoring {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly naming: NameJudges,
  ) {}

  async progress(callId: string, stageKey: string, actor: Actor): Promise<ProgressView> {
    const call = await this.holding.call(callId, actor, 'watch');
    this.holding.stage(call, stageKey);
    const [round, seats] = await Promise.all([this.panels.stage(callId, stageKey), this.panels.seats(callId, stageKey)]);
    const seated = seats.filter(({ status }) => status === 'seated');
    const ids = round?.applicationIds ?? [];
    const [sheets, declarations, applications] = await Promise.all([this.sheets.ofSeats(seated.map(({ id }) => id)), this.panels.declarations(ids), this.applications.many(ids)]);
    const state = { seats: seated, sheets, declarations };
    return {
      status: round?.status ?? 'waiting', judges: await this.naming.judges(seated, ids, state),
      applications: applications.map(({ id, number, projectName }): ProgressRow => ({ applicationId: id, number: number!, projectName, ...countsOf(id, state) })),
      gaps: round?.status === 'open' ? await this.naming.gaps(call, round, stageKey) : [],
      unsure: declarations.filter(({ verdict }) => verdict === 'unsure').flatMap(({ accountId, applicationId, note }) =>
        seated.filter((seat) => seat.accountId === accountId).map((seat) => ({ seatId: seat.id, alias: seat.alias, applicationId, note }))),
    };
  }

  async pool(callId: string, actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.naming.pool(await this.holding.call(callId, actor, 'watch'));
  }

  async seats(callId: string, actor: Actor): Promise<SeatView[]> {
    await this.holding.call(callId, actor, 'watch');
    return (await this.panels.seats(callId)).map((seat) => SeatView.of(seat));
  }

  /** @throws DomainError `ranking_absent` before it is sealed */
  async ranking(callId: string, stageKey: string | null, actor: Actor): Promise<RankingView> {
    await this.holding.call(callId, actor, 'watch');
    return this.sealed(callId, stageKey);
  }

  /** For everybody, once applicants know their outcome. @throws DomainError `ranking_absent` */
  async published(callId: string): Promise<RankingView> {
    const announced = (await this.applications.ofCall(callId)).some(({ announcedAt }) => announcedAt !== null);
    if (!announced) throw noRanking();
    return this.sealed(callId, null);
  }

  private async sealed(callId: string, stageKey: string | null): Promise<RankingView> {
    const ranking = await this.sheets.ranking(callId, stageKey);
    if (!ranking) throw noRanking();
    return RankingView.of(ranking);
  }
}
