import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { boardOf, countsIn, type Board, type CallView, type ScoreBloc, type ScoreStage } from '#modules/calls';
import { kendall, median } from '../domain/analysis/robust.js';
import { judgeStatistics, LEAST_COMPARED, withoutSeverity, type GivenScore, type JudgeStatistics } from '../domain/analysis/judge-statistics.js';
import { consequenceOf, givenScores, ranksNow, ranksWithout, ranksWithScores, type Consequence, type Ranks } from '../domain/analysis/what-if.js';
import { borda, placesOf, schulze } from '../domain/ballots/ballots.js';
import { ballotsOf } from '../domain/ballots/ballots-of-scores.js';
import { isBallot } from '../domain/ballots/ballot-sheet.js';
import { cutStage } from '../domain/cut-stage.js';
import type { PanelSeat, ScoreSheet } from '../domain/score-sheet.js';
import type { SheetScores } from '../domain/score-tree/sheets.js';
import type { ScoreTree } from '../domain/score-tree/tree.js';
import { AnalysisView, type AgreementView, type BlocAnalysisView, type CriterionUseView, type JudgeAnalysisView } from './analysis.view.js';
import { HoldSealed, type Sealed } from './hold-sealed.js';
import { isLive } from './hold-stage.js';
import { NameJudges } from './read-scoring.js';
import { ReadRecheck } from './recheck.js';
import { SheetStore } from '../store/sheet.store.js';
import { PanelStore } from '../store/panel.store.js';

/** Everything that one bloc is looked at with: boards are different fields, so nothing is compared across them. */
interface Bench {
  readonly sealed: Sealed;
  readonly board: Board | null;
  readonly tree: ScoreTree;
  /** The applications of the board alone. */
  readonly input: SheetScores;
  readonly now: Ranks;
  readonly line: number;
  readonly known: ReadonlyMap<string, ApplicationView>;
  readonly seats: readonly (PanelSeat & { name: string })[];
  readonly sheets: readonly ScoreSheet[];
}

const two = (value: number): number => Number(value.toFixed(2));
const orNull = (value: number | null): number | null => (value === null ? null : two(value));

/** Names and findings, which the figures themselves do not hold. */
@Injectable()
export class ReadAnalysed {
  constructor(
    private readonly naming: NameJudges,
    private readonly rechecks: ReadRecheck,
  ) {}

  named(seats: readonly PanelSeat[]): Promise<(PanelSeat & { name: string })[]> {
    return Promise.all(seats.map(async (seat) => ({ ...seat, name: await this.naming.nameOf(seat.accountId, seat.alias) })));
  }

  recheck(sealed: Sealed, known: ReadonlyMap<string, ApplicationView>): ReturnType<ReadRecheck['run']> {
    return this.rechecks.run(sealed, known);
  }
}

/** What the sheets of a sealed stage tell of their judges, and whether the winners hang on one of them. */
@Injectable()
export class AnalyseScores {
  constructor(
    private readonly holding: HoldSealed,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly applications: ApplicationsFacade,
    private readonly judges: ReadAnalysed,
  ) {}

  /** @throws DomainError `call_absent`, `score_stage_absent`, `ranking_absent` before the sealing */
  async run(callId: string, stageKey: string, actor: Actor): Promise<AnalysisView> {
    const sealed = await this.holding.run(callId, stageKey, actor);
    const { call, stage, input } = sealed;
    const named = await this.judges.named((await this.panels.seats(callId, stageKey)).filter(({ status }) => status === 'seated'));
    const [known, sheets] = await Promise.all([this.applications.many(input.applications.map(({ id }) => id)), this.sheets.ofSeats(named.map(({ id }) => id))]);
    const byId = new Map(known.map((one) => [one.id, one]));
    return {
      callId, callNumber: call.number, callTitle: call.title, title: stage.title, leastCompared: LEAST_COMPARED, closesAt: closingOf(call, stage),
      blocs: (call.rulebook.boards ?? [null]).flatMap((board) => analyseBoard(benchOf(sealed, board, { known: byId, seats: named, sheets }))), mine: actor.holdsAt(call.nodePath, 'officer'),
      recheck: await this.judges.recheck(sealed, byId),
    };
  }
}

const closingOf = ({ rulebook }: CallView, { stage }: ScoreStage): string | null => rulebook.stages.find(({ key }) => key === stage)?.closesAt ?? null;

function benchOf(sealed: Sealed, board: Board | null, of: Pick<Bench, 'known' | 'seats' | 'sheets'>): Bench {
  const { rubric: tree } = sealed.manifest;
  const applications = sealed.input.applications.filter(({ boardId }) => board === null || boardId === board.key);
  const input = { ...sealed.input, applications };
  const [now, ids] = [ranksNow(tree, input), new Set(applications.map(({ id }) => id))];
  const known = new Map([...of.known].filter(([id]) => ids.has(id)));
  return { ...of, sealed, board, tree, input, now, known, line: lineOf(sealed, known, now), sheets: of.sheets.filter(({ applicationId }) => ids.has(applicationId)) };
}

/** How many first ones matter: those that were awarded; else those that went on; else half. */
function lineOf({ call, stage, results }: Sealed, known: ReadonlyMap<string, ApplicationView>, now: Ranks): number {
  const awarded = [...known.values()].filter(({ outcome }) => outcome?.kind === 'awarded').length;
  if (awarded > 0) return awarded;
  const { cut } = call.rulebook.stages.find(({ key }) => key === stage.stage)!;
  const field = results.filter(({ applicationId }) => known.has(applicationId));
  const { advanced } = cutStage(field.map(({ applicationId, rank, total }) => ({ applicationId, rank, score: total, category: known.get(applicationId)!.categoryKey, board: boardOf(call.rulebook, known.get(applicationId)!.categoryKey)?.key })), cut);
  const ranked = [...now.values()].filter((rank) => rank !== null).length;
  return advanced.length > 0 && advanced.length < ranked ? advanced.length : Math.ceil(ranked / 2);
}

/** A board in which nothing was scored has nothing to say. */
const analyseBoard = (bench: Bench): BlocAnalysisView[] =>
  bench.input.applications.length === 0 ? [] : bench.sealed.stage.blocs
    .filter((bloc) => bloc.kind !== 'external' && !isBallot(bloc) && countsIn(bloc, bench.board)).map((bloc) => analyseBloc(bench, bloc));

function analyseBloc(bench: Bench, bloc: ScoreBloc): BlocAnalysisView {
  const { sealed: { stage }, tree, input, now, line } = bench;
  const given = givenScores(tree, input, stage.key, bloc.key);
  const statistics = judgeStatistics(given);
  const corrected = withoutSeverity(given, statistics, Number(tree.outOf));
  const others = stagesBeside(tree, input, stage.key, bloc.key);
  const then = ranksWithScores(tree, input, [...others, ...corrected]);
  return {
    key: bloc.key, title: bloc.title, board: bench.board && { key: bench.board.key, title: bench.board.title }, line, criteria: bloc.criteria.map(({ key, title }) => ({ key, title })), correctable: statistics.some(({ severity }) => severity !== null),
    corrected: consequence(bench, consequenceOf(now, then, line)), judges: statistics.map((one) => judgeOf(bench, bloc, one)).sort(byAlias),
    applications: applicationsOf(bench, given, corrected, then), uses: usesOf(bench, bloc), agreements: agreementsOf(given),
  };
}

const byAlias = (a: { alias: string }, b: { alias: string }): number => a.alias.localeCompare(b.alias, 'zh', { numeric: true });

/** A judge goes by `stage/bloc/alias` in a manifest. */
const aliasOf = (judge: string): string => judge.split('/').at(-1)!;

/** The scores of every other bloc as they were given: nothing is corrected there. */
const stagesBeside = (tree: ScoreTree, input: SheetScores, stageKey: string, blocKey: string): GivenScore[] =>
  tree.stages.flatMap((stage) => stage.blocs.filter(({ kind, id }) => kind === 'judges' && !(stage.id === stageKey && id === blocKey)).flatMap(({ id }) => givenScores(tree, input, stage.id, id)));

const consequence = ({ known }: Bench, { enters, leaves, moved }: Consequence) => {
  const named = (ids: readonly string[]) => ids.map((id) => known.get(id)?.projectName ?? '');
  return { enters: named(enters), leaves: named(leaves), moved };
};

function judgeOf(bench: Bench, bloc: ScoreBloc, one: JudgeStatistics): JudgeAnalysisView {
  const { sealed: { call, stage }, tree, input, now, line, known, seats, sheets } = bench;
  const alias = aliasOf(one.judge);
  const seat = seats.find((each) => each.blocKey === bloc.key && each.alias === alias);
  const own = sheets.filter((sheet) => sheet.seatId === seat?.id && sheet.status === 'submitted');
  const closesAt = closingOf(call, stage);
  const sure = own.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return {
    alias, name: seat?.name ?? alias, sheets: one.sheets, compared: one.compared, lowest: two(one.lowest), middle: two(one.middle), highest: two(one.highest),
    severity: orNull(one.severity), spread: two(one.spread), agreement: orNull(one.agreement), outliers: one.outliers.map((id) => known.get(id)?.projectName ?? ''),
    late: closesAt === null || isLive(call, stage) ? null : own.filter(({ submittedAt }) => submittedAt!.getTime() > new Date(closesAt).getTime()).length,
    confidence: sure.length === 0 ? null : two(sure.reduce((sum, level) => sum + level, 0) / sure.length),
    without: consequence(bench, consequenceOf(now, ranksWithout(tree, input, one.judge), line)),
  };
}

function applicationsOf({ known, now }: Bench, given: readonly GivenScore[], corrected: readonly GivenScore[], then: Ranks): BlocAnalysisView['applications'] {
  const [ids, ballots] = [[...new Set(given.map((one) => one.applicationId))], ballotsOf(given)];
  const [byBorda, bySchulze] = [placesOf(borda(ids, ballots).outcome), placesOf(schulze(ids, ballots))];
  const rows = [...now].map(([applicationId, rank]) => ({
    bordaRank: byBorda.get(applicationId) ?? null, schulzeRank: bySchulze.get(applicationId) ?? null,
    applicationId, number: known.get(applicationId)?.number ?? '', projectName: known.get(applicationId)?.projectName ?? '', rank, correctedRank: then.get(applicationId) ?? null,
    scores: given.flatMap((one, at) => (one.applicationId === applicationId ? [{ alias: aliasOf(one.judge), score: two(one.score), corrected: two(corrected[at]!.score) }] : [])).sort(byAlias),
  }));
  return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
}

function usesOf({ input, sealed: { stage } }: Bench, bloc: ScoreBloc): CriterionUseView[] {
  const sheets = input.applications.flatMap((application) => application.sheets).filter((sheet) => sheet.stageId === stage.key && sheet.blocId === bloc.key && sheet.state === 'submitted');
  return [...new Set(sheets.map(({ judgeId }) => judgeId))].flatMap((judge) => bloc.criteria.map(({ key, max }) => {
    const points = sheets.filter(({ judgeId }) => judgeId === judge).flatMap(({ entries }) => (entries[key] === undefined || entries[key] === 'n/a' ? [] : [Number(entries[key])]));
    return { alias: aliasOf(judge), criterion: key, percent: points.length === 0 ? null : two((median(points) / max) * 100) };
  })).sort(byAlias);
}

const LEAST_SHARED = 3;

function agreementsOf(given: readonly GivenScore[]): AgreementView[] {
  const judges = [...new Set(given.map(({ judge }) => judge))].sort();
  return judges.flatMap((a, at) => judges.slice(at + 1).map((b) => {
    const pairs = given.filter(({ judge }) => judge === a).flatMap((one): [number, number][] => {
      const other = given.find(({ judge, applicationId }) => judge === b && applicationId === one.applicationId);
      return other ? [[one.score, other.score]] : [];
    });
    return { a: aliasOf(a), b: aliasOf(b), shared: pairs.length, tau: pairs.length < LEAST_SHARED ? null : orNull(kendall(pairs)) };
  }));
}
