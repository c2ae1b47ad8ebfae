import { Injectable } from '@nestjs/common';
import { callLifecycle } from '#modules/calls';
import { countOf, totalOf, type RoundFacts, type Tally } from '../domain/round-facts.js';
import { submittedOf } from '../domain/stage-figures.js';
import { nextDate, stageLine } from '../domain/stage-line.js';
import { FiguresStore, type StatusSum } from '../store/figures.store.js';
import { LateStore } from '../store/late.store.js';
import type { RoundRow } from '../store/round.store.js';
import { LateCountView, RoundStageView, type RoundRowView } from './figures.view.js';

export const HELD = ['proposed', 'in_publicity', 'confirmed', 'accepted'];
const ADMITTED = ['eligible', 'in_review', 'shortlisted', 'not_shortlisted', 'awarded', 'reserved', 'not_awarded', 'declined'];

/** What was counted of one round, and the row that people read of it. */
export interface CountedRound {
  readonly round: RoundRow;
  readonly sums: Readonly<Record<'applications' | 'awards' | 'projects' | 'tranches' | 'milestones', readonly StatusSum[]>>;
  readonly evaluations: readonly { key: string; count: number; passed: number }[];
  readonly row: RoundRowView;
}

/** Counts rounds, however many, in one question for each kind of thing. */
@Injectable()
export class CountRounds {
  constructor(
    private readonly figures: FiguresStore,
    private readonly late: LateStore,
  ) {}

  async run(rounds: readonly RoundRow[], now: Date): Promise<CountedRound[]> {
    const ids = rounds.map(({ id }) => id);
    const applications = await this.figures.applications(ids);
    const awards = await this.figures.awards(ids);
    const projects = await this.figures.projects(ids);
    const tranches = await this.figures.tranches(ids);
    const milestones = await this.figures.milestones(ids);
    const sheets = await this.figures.sheets(ids);
    const signed = await this.figures.signedContracts(ids);
    const evaluations = await this.figures.evaluations(ids);
    const money = await this.figures.money(ids);
    const late = await this.late.counts(ids, now);
    return rounds.map((round) => {
      const of = <T extends { readonly callId: string }>(rows: readonly T[]): T[] => rows.filter(({ callId }) => callId === round.id);
      const sums = { applications: of(applications), awards: of(awards), projects: of(projects), tranches: of(tranches), milestones: of(milestones) };
      const facts: RoundFacts = {
        status: round.suspendedFrom ?? round.status, stopped: round.status === 'suspended' || round.status === 'cancelled',
        applications: tallyOf(sums.applications), awards: tallyOf(sums.awards), projects: tallyOf(sums.projects), milestones: tallyOf(sums.milestones),
        sheets: of(sheets), contractsSigned: of(signed)[0]?.count ?? 0, evaluations: Object.fromEntries(of(evaluations).map(({ key, count }) => [key, count])),
      };
      const line = stageLine(round, facts, now);
      const lateCounts = of(late).map((one) => LateCountView.of(one));
      return {
        round, sums, evaluations: of(evaluations),
        row: {
          ...headOf(round), line: line.map((stage) => RoundStageView.of(stage)), next: facts.stopped ? null : nextDate(line, now), counts: countsOf(facts),
          money: moneyOf(round, sums, of(money)[0]!), late: lateCounts, lateTotal: lateCounts.reduce((sum, { count }) => sum + count, 0),
        },
      };
    });
  }
}

export const tallyOf = (rows: readonly StatusSum[]): Tally => {
  const tally: Record<string, number> = {};
  for (const { status, count } of rows) tally[status] = (tally[status] ?? 0) + count;
  return tally;
};

export const fenOf = (rows: readonly StatusSum[], column: 'fen' | 'payFen', ...statuses: readonly string[]): number =>
  rows.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + row[column], 0);

function headOf({ id, number, title, programmeId, programmeTitle, status, opensAt, closesAt }: RoundRow) {
  return { callId: id, number, title, programmeId, programmeTitle, status, label: callLifecycle.label(status), opensAt, closesAt };
}

function countsOf(facts: RoundFacts): RoundRowView['counts'] {
  return {
    applications: submittedOf(facts), admitted: countOf(facts.applications, ...ADMITTED), awards: countOf(facts.awards, ...HELD),
    projects: totalOf(facts.projects), completed: countOf(facts.projects, 'settled', 'archived'),
  };
}

function moneyOf({ poolFen }: RoundRow, sums: CountedRound['sums'], { receivedFen, returnedFen }: { receivedFen: number; returnedFen: number }): RoundRowView['money'] {
  const asked = sums.applications.filter(({ status }) => status !== 'draft' && status !== 'withdrawn').reduce((sum, { fen }) => sum + fen, 0);
  return { poolFen, requestedFen: asked, awardedFen: fenOf(sums.awards, 'fen', ...HELD), receivedFen, paidFen: fenOf(sums.tranches, 'payFen', 'paid', 'acknowledged'), returnedFen };
}
