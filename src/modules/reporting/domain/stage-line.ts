import { say, type Sentence } from '#libs/errors';
import type { Stage } from '#modules/calls';
import { countOf, type RoundFacts, type RoundPlan, type SheetFacts } from './round-facts.js';
import { evaluatedOf, figuresOf, projectsOf, type Figure } from './stage-figures.js';
import { stateBySpan, type StageState } from './stage-rules.js';

/** One stage of the round as staff see it: where it stands, by when, and its numbers. */
export interface StageFigures {
  readonly key: string;
  readonly kind: Stage['kind'];
  readonly title: Sentence;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly state: StageState;
  /** Its end has passed and it is not done. */
  readonly late: boolean;
  readonly figures: readonly Figure[];
}

/** The round as a line of stages, in the order of the rulebook. */
export function stageLine(plan: RoundPlan, facts: RoundFacts, now: Date): StageFigures[] {
  return plan.stages.map((stage, at) => {
    const { key, kind, title } = stage;
    const opensAt = instant(stage.opensAt);
    const closesAt = instant(stage.closesAt);
    const state = stateOf(stage, at, { plan, facts, now });
    return { key, kind, title, opensAt, closesAt, state, late: !facts.stopped && state !== 'done' && closesAt !== null && closesAt < now, figures: figuresOf(stage, plan, facts) };
  });
}

interface Seen {
  readonly plan: RoundPlan;
  readonly facts: RoundFacts;
  readonly now: Date;
}

type Judge = (stage: Stage, at: number, seen: Seen) => StageState;

const byReview: Judge = (stage, at, { plan, facts }) => reviewState(stage, at, plan, facts);
const byContracts: Judge = (_stage, _at, { facts }) => (complete(facts.contractsSigned, projectsOf(facts)) ? 'done' : 'current');
const byProjects: Judge = (_stage, _at, { facts }) => (complete(countOf(facts.projects, 'evaluating', 'settled', 'archived'), projectsOf(facts)) ? 'done' : 'current');

/** While the round is where a stage may be at work, the counts say whether it is. */
const JUDGES: Partial<Record<Stage['kind'], Judge>> = {
  written_review: byReview, optimisation: byReview, roadshow: byReview, revival: byReview, mass_vote: byReview, site_check: byReview, negotiation: byReview, approval: byReview,
  contract: byContracts, adoption: byContracts,
  implementation: byProjects,
  midterm: (stage, _at, seen) => evaluationState(stage, evaluatedOf('midterm', seen.plan, seen.facts), seen),
  final_evaluation: (stage, _at, seen) => evaluationState(stage, evaluatedOf('final', seen.plan, seen.facts), seen),
  settlement: (_stage, _at, { facts }) => settlementState(facts),
};

function stateOf(stage: Stage, at: number, seen: Seen): StageState {
  const bySpan = stateBySpan(stage.kind, seen.facts.status);
  return bySpan === 'current' ? (JUDGES[stage.kind]?.(stage, at, seen) ?? 'current') : bySpan;
}

/** Judged stages follow each other: one is over when its ranking is sealed, and what is not judged lies between them. */
function reviewState(stage: Stage, at: number, { stages, scored }: RoundPlan, { sheets }: RoundFacts): StageState {
  const roundsOf = (one: Stage): (SheetFacts | undefined)[] => scored.filter(({ stage: key }) => key === one.key).map(({ key }) => sheets.find(({ stageKey }) => stageKey === key));
  const own = roundsOf(stage);
  if (own.length > 0) return own.every((round) => round?.sealed) ? 'done' : own.some(Boolean) ? 'current' : 'ahead';
  if (stages.slice(at + 1).some((later) => roundsOf(later).some(Boolean))) return 'done';
  return stages.slice(0, at).every((earlier) => roundsOf(earlier).every((round) => round?.sealed)) ? 'current' : 'ahead';
}

function evaluationState({ opensAt }: Stage, evaluated: number, { facts, now }: Seen): StageState {
  if (complete(evaluated, projectsOf(facts))) return 'done';
  const begins = instant(opensAt);
  return evaluated > 0 || (begins !== null && begins <= now) ? 'current' : 'ahead';
}

function settlementState(facts: RoundFacts): StageState {
  const settled = countOf(facts.projects, 'settled', 'archived');
  if (complete(settled, projectsOf(facts))) return 'done';
  return settled + countOf(facts.projects, 'evaluating') > 0 ? 'current' : 'ahead';
}

const complete = (done: number, due: number): boolean => due > 0 && done >= due;
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export interface NextDate {
  readonly label: Sentence;
  readonly at: Date;
}

/** The next instant at which a stage begins or ends. */
export function nextDate(line: readonly StageFigures[], now: Date): NextDate | null {
  const dates = line.flatMap(({ title, opensAt, closesAt }) => [
    ...(opensAt && opensAt > now ? [{ at: opensAt, label: say(`${title.zh}开始`, `${title.en} begins`) }] : []),
    ...(closesAt && closesAt > now ? [{ at: closesAt, label: say(`${title.zh}截止`, `${title.en} ends`) }] : []),
  ]);
  return dates.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
