import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, Transaction } from '#libs/database';
import { DomainError, refused, say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { notSealedYet, noSuchSeat } from '../scoring.errors.js';
import { PanelStore } from '../store/panel.store.js';
import { PerformanceStore, type Performance } from '../store/performance.store.js';
import { AnalyseScores } from './analyse-scores.js';
import type { JudgeAnalysisView } from './analysis.view.js';
import { HoldStage } from './hold-stage.js';
import type { JudgePerformanceView, PerformancesView } from './performance.view.js';
import { countsOf, ReadState, type State } from './read-scoring.js';

/** Expert performance is scored on 100 points within two working days after the session; below 60 on average she is no longer asked (domain.md section 8, S118a). */
const WITHIN_WORKING_DAYS = 2;
const RULE = say(
  '封存后两个工作日内，由经办人对每位评委按百分制记录履职情况；平均低于 60 分的，选评委时会标出。',
  'Within two working days after the sealing an officer records how each judge did her duty, of 100 points; an average below 60 is marked where judges are chosen.',
);

const UNMEASURED = { late: null, severity: null, spread: null, agreement: null };

/** What a judge did in a sealed stage, in figures that nobody enters. */
@Injectable()
export class MeasurePerformance {
  constructor(
    private readonly states: ReadState,
    private readonly analysing: AnalyseScores,
    private readonly panels: PanelStore,
    private readonly identity: IdentityFacade,
  ) {}

  /** @throws DomainError `not_sealed_yet` */
  async of(callId: string, stageKey: string, actor: Actor): Promise<{ sealedAt: Date; judges: Omit<JudgePerformanceView, 'record'>[] }> {
    const round = await this.panels.stage(callId, stageKey);
    if (round?.status !== 'sealed') throw notSealedYet();
    const [state, analysis] = await Promise.all([this.states.of(callId, stageKey), this.analysing.run(callId, stageKey, actor)]);
    const names = await this.identity.names(state.seats.map(({ accountId }) => accountId));
    const judges = state.seats.map(({ id, accountId, blocKey, alias }) => {
      const { late, severity, spread, agreement } = figuresOf(analysis.blocs.filter(({ key }) => key === blocKey).flatMap((bloc) => bloc.judges.filter((judge) => judge.alias === alias)));
      return { accountId, alias, name: names.get(accountId) ?? alias, ...dutiesOf(id, round.applicationIds, state), late, severity, spread, agreement };
    });
    return { sealedAt: round.sealedAt!, judges };
  }
}

type Figures = Pick<JudgeAnalysisView, 'late' | 'severity' | 'spread' | 'agreement'> | typeof UNMEASURED;

/** A judge of several boards is measured in the one in which most of her sheets were compared; what came late counts in all. */
function figuresOf(boards: readonly JudgeAnalysisView[]): Figures {
  const [most] = [...boards].sort((a, b) => b.compared - a.compared);
  if (!most) return UNMEASURED;
  const late = boards.every((one) => one.late === null) ? null : boards.reduce((sum, one) => sum + (one.late ?? 0), 0);
  return { ...most, late };
}

function dutiesOf(seatId: string, applicationIds: readonly string[], { seats, sheets, ...state }: State): { due: number; submitted: number; recused: number } {
  const alone: State = { ...state, seats: seats.filter(({ id }) => id === seatId), sheets: sheets.filter((sheet) => sheet.seatId === seatId) };
  const counts = applicationIds.map((id) => countsOf(id, alone));
  const sum = (of: 'due' | 'submitted' | 'recused') => counts.reduce((total, one) => total + one[of], 0);
  return { due: sum('due'), submitted: sum('submitted'), recused: sum('recused') };
}

/** How the judges of a sealed stage did, with what was recorded of each. */
@Injectable()
export class ReadPerformance {
  constructor(
    private readonly holding: HoldStage,
    private readonly measuring: MeasurePerformance,
    private readonly records: PerformanceStore,
    private readonly calls: CallsFacade,
    private readonly identity: IdentityFacade,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<PerformancesView> {
    const call = await this.holding.call(callId, actor, 'watch');
    const { sealedAt, judges } = await this.measuring.of(callId, stageKey, actor);
    const found = await this.records.ofStage(callId, stageKey);
    const names = await this.identity.names(found.map(({ recordedBy }) => recordedBy));
    return {
      dueBy: await this.lastDay(sealedAt), rule: RULE, mine: actor.holdsAt(call.nodePath, 'officer'),
      judges: judges.map((judge) => ({ ...judge, record: recordOf(found.find(({ accountId }) => accountId === judge.accountId), names) })),
    };
  }

  /** Null where the holidays of the year are not recorded yet: no day is then a working day for certain. */
  private async lastDay(sealedAt: Date): Promise<string | null> {
    const book = await this.calls.calendar();
    try {
      return book.period({ start: dayOf(sealedAt), days: WITHIN_WORKING_DAYS, unit: 'working' }).last;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

const recordOf = (found: Performance | undefined, names: ReadonlyMap<string, string>): JudgePerformanceView['record'] =>
  found ? { score: found.score, complaints: found.facts.complaints, note: found.note, recordedBy: names.get(found.recordedBy) ?? '', recordedAt: found.recordedAt } : null;

@Injectable()
export class KeepPerformance {
  constructor(
    private readonly records: PerformanceStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(performance: Omit<Performance, 'recordedBy' | 'recordedAt'>, actor: Actor): Promise<void> {
    await this.records.save({ ...performance, recordedBy: actor.accountId, recordedAt: await this.time.now() });
    const { callId, stageKey, accountId, score, note, facts } = performance;
    await this.audit.record({ action: 'expert.performance_recorded', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, accountId, score, note, complaints: facts.complaints } });
  }
}

/** An officer records how a judge did her duty. The figures of that moment are kept with it. */
@Injectable()
export class RecordPerformance {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly measuring: MeasurePerformance,
    private readonly keeping: KeepPerformance,
  ) {}

  /** @throws DomainError `not_sealed_yet`, `seat_absent`, `own_performance` */
  run({ callId, stageKey, accountId }: { callId: string; stageKey: string; accountId: string }, { score, complaints, note }: { score: number; complaints: number; note: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.holding.call(callId, actor);
      const judge = (await this.measuring.of(callId, stageKey, actor)).judges.find((one) => one.accountId === accountId);
      if (!judge) throw noSuchSeat();
      if (accountId === actor.accountId) throw refused('own_performance', say('不能记录本人的履职情况', 'Nobody records her own performance'));
      const { due, submitted, recused, late, severity, spread, agreement } = judge;
      await this.keeping.run({ callId, stageKey, accountId, score, note, facts: { complaints, due, submitted, recused, late, severity, spread, agreement } }, actor);
    });
  }
}
