import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, say, tell, type Sentence } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import { CALL_STATUSES, CallsFacade, type CallView, type ScoreStage } from '#modules/calls';
import type { ScoreStageRound } from '../domain/score-sheet.js';
import { runs, watches } from '../scoring.permissions.js';
import { PanelStore } from '../store/panel.store.js';
import { OpenRound } from './begin-stage.js';
import { HoldStage, isLast, isLive } from './hold-stage.js';
import type { BlocOverview, ScoringMoveView, ScoringRoundView, StageOverview } from './progress.view.js';
import { countsOf, NameJudges, ReadScoring, type State } from './read-scoring.js';

/** Before its deadline a call has nothing to judge. */
const SCORED = CALL_STATUSES.slice(CALL_STATUSES.indexOf('closed'), CALL_STATUSES.indexOf('suspended'));

const may = (refusal: Sentence | null): ScoringMoveView => ({ allowed: refusal === null, reason: refusal });

async function refusalOf(attempt: () => Promise<void>): Promise<Sentence | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return say(tell(error.sentence, error.facts, 'zh'), tell(error.sentence, error.facts, 'en'));
  }
}

/** One stage of scoring as an officer sees it from outside: how far it is, and what may be done with it now. */
@Injectable()
export class DescribeStage {
  constructor(
    private readonly rounds: OpenRound,
    private readonly reading: ReadScoring,
    private readonly naming: NameJudges,
  ) {}

  async run(call: CallView, stage: ScoreStage, round: ScoreStageRound | null): Promise<StageOverview> {
    const state = await this.reading.stateOf(call.id, stage.key);
    const gaps = round?.status === 'open' ? await this.naming.gaps(call, round, isLast(call, stage.key) ? null : stage.key) : [];
    return {
      key: stage.key, title: stage.title, weight: stage.weight, live: isLive(call, stage), last: isLast(call, stage.key),
      ...standingOf(round), ...datesOf(call, stage), ...sumsOf(round, state), gaps: gaps.length, blocs: stage.blocs.map((bloc) => blocOf(bloc, state)),
      begin: may(await refusalOf(() => this.refuseBeginning(call, stage, round))), seal: may(sealingRefusal(round, gaps.length)),
    };
  }

  private async refuseBeginning(call: CallView, stage: ScoreStage, round: ScoreStageRound | null): Promise<void> {
    await this.rounds.refuseEarly(call.id, stage.key, call.rulebook.scoring.stages.map(({ key }) => key), round);
    await this.rounds.refuseSmallPanels(call.id, stage);
  }
}

const standingOf = (round: ScoreStageRound | null): Pick<StageOverview, 'status' | 'begunAt' | 'sealedAt'> =>
  round ? { status: round.status, begunAt: round.begunAt, sealedAt: round.sealedAt } : { status: 'waiting', begunAt: null, sealedAt: null };

/** When the rulebook has it judged; null while the organiser has not fixed it. */
function datesOf({ rulebook }: CallView, { stage }: ScoreStage): Pick<StageOverview, 'opensAt' | 'closesAt'> {
  const { opensAt, closesAt } = rulebook.stages.find(({ key }) => key === stage)!;
  return { opensAt, closesAt };
}

function sealingRefusal(round: ScoreStageRound | null, gaps: number): Sentence | null {
  if (!round) return say('该评分环节尚未开始', 'This stage has not begun');
  if (round.status !== 'open') return say('该评分环节已封存', 'This stage is sealed');
  return gaps === 0 ? null : say(`还有 ${gaps} 处缺漏，不能封存排名`, `${gaps} gaps remain; the ranking cannot be sealed`);
}

function sumsOf(round: ScoreStageRound | null, state: State): Pick<StageOverview, 'applications' | 'submitted' | 'due' | 'unsure'> {
  const counts = (round?.applicationIds ?? []).map((id) => countsOf(id, state));
  return {
    applications: counts.length, submitted: counts.reduce((sum, { submitted }) => sum + submitted, 0), due: counts.reduce((sum, { due }) => sum + due, 0),
    unsure: state.declarations.filter(({ verdict, accountId }) => verdict === 'unsure' && state.seats.some((seat) => seat.accountId === accountId)).length,
  };
}

const blocOf = ({ key, title, kind, weight, blind, panel }: ScoreStage['blocs'][number], { seats }: State): BlocOverview => ({
  key, title, kind, weight, blind, draw: panel.draw, judges: panel.judges, quorum: panel.quorum, composition: panel.composition,
  seated: seats.filter(({ blocKey }) => blocKey === key).length,
});

/** The scoring of the rounds that somebody watches. */
@Injectable()
export class ReadRounds {
  constructor(
    private readonly calls: CallsFacade,
    private readonly panels: PanelStore,
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly describing: DescribeStage,
  ) {}

  /** Newest first. */
  async list(actor: Actor): Promise<ScoringRoundView[]> {
    const calls = (await Promise.all(SCORED.map((status) => this.calls.withStatus(status)))).flat().filter((call) => watches(actor, call));
    const rounds = await Promise.all(calls.map(({ id }) => this.one(id, actor)));
    const dates = new Map(calls.map(({ id, closesAt }) => [id, closesAt.getTime()]));
    return rounds.sort((a, b) => dates.get(b.callId)! - dates.get(a.callId)!);
  }

  /** @throws DomainError `call_absent` */
  async one(callId: string, actor: Actor): Promise<ScoringRoundView> {
    const call = await this.holding.call(callId, actor, 'watch');
    const [rounds, applications] = await Promise.all([this.panels.stages(callId), this.applications.ofCall(callId)]);
    const stages = await Promise.all(call.rulebook.scoring.stages.map((stage) => this.describing.run(call, stage, rounds.find(({ stageKey }) => stageKey === stage.key) ?? null)));
    const published = applications.some(({ announcedAt }) => announcedAt !== null);
    return { callId, number: call.number, title: call.title, status: call.status, mine: runs(actor, call), published, stages };
  }
}
