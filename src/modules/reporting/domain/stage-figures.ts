import { say, type Sentence } from '#libs/errors';
import type { Stage } from '#modules/calls';
import { countOf, totalOf, type RoundFacts, type RoundPlan } from './round-facts.js';

/** One number of a stage; `key` names the table behind it. */
export interface Figure {
  readonly key: string;
  readonly label: Sentence;
  readonly count: number;
  /** Out of how many; null where there is no such number. */
  readonly of: number | null;
}

const figure = (key: string, label: Sentence, count: number, of: number | null = null): Figure => ({ key, label, count, of });
const some = (one: Figure): Figure[] => (one.count > 0 ? [one] : []);

const SUBMITTED = say('已提交', 'Submitted');
const BEING_WRITTEN = say('填写中', 'Being written');
const SCREENED = say('已审查', 'Screened');
const REFUSED = say('未通过', 'Not eligible');
const RETURNED = say('待补正', 'To be corrected');
const SHEETS = say('已交评分表', 'Sheets in');
const PROPOSED = say('拟立项', 'Proposed');
const RESERVES = say('候补', 'Reserves');
const ON_NOTICE = say('公示中', 'On notice');
const CONFIRMED = say('已确认', 'Confirmed');
const SIGNED = say('已签约', 'Signed');
const RUNNING = say('实施中', 'Running');
const ACCEPTED = say('报告已验收', 'Reports accepted');
const EVALUATED = say('已评估', 'Evaluated');
const SETTLED = say('已结算', 'Settled');

/** Projects that have not been given up. */
export const projectsOf = ({ projects }: RoundFacts): number => totalOf(projects) - countOf(projects, 'terminated');

export const submittedOf = ({ applications }: RoundFacts): number => totalOf(applications) - countOf(applications, 'draft', 'withdrawn');

/** The evaluations of one kind that are recorded, summed over its grids. */
export function evaluatedOf(kind: 'midterm' | 'final', plan: RoundPlan, facts: RoundFacts): number {
  return countOf(facts.evaluations, ...plan.evaluations.filter((grid) => grid.kind === kind).map(({ key }) => key));
}

function screening(facts: RoundFacts): Figure[] {
  const waiting = countOf(facts.applications, 'submitted', 'returned');
  const total = submittedOf(facts);
  return [
    figure('applications.screened', SCREENED, total - waiting, total),
    ...some(figure('applications.returned', RETURNED, countOf(facts.applications, 'returned'))),
    ...some(figure('applications.ineligible', REFUSED, countOf(facts.applications, 'ineligible'))),
  ];
}

function sheets(stage: Stage, plan: RoundPlan, facts: RoundFacts): Figure[] {
  const keys = plan.scored.filter((one) => one.stage === stage.key).map(({ key }) => key);
  return facts.sheets.filter(({ stageKey }) => keys.includes(stageKey)).map(({ submitted, due }) => figure('sheets', SHEETS, submitted, due));
}

type Count = (stage: Stage, plan: RoundPlan, facts: RoundFacts) => Figure[];

const COUNTS: Partial<Record<Stage['kind'], Count>> = {
  application: (_stage, _plan, facts) => [
    figure('applications.submitted', SUBMITTED, submittedOf(facts)), ...some(figure('applications.draft', BEING_WRITTEN, countOf(facts.applications, 'draft'))),
  ],
  screening: (_stage, _plan, facts) => screening(facts),
  approval: (_stage, _plan, { awards }) => [
    figure('awards.proposed', PROPOSED, countOf(awards, 'proposed', 'in_publicity', 'confirmed', 'accepted')), ...some(figure('awards.reserve', RESERVES, countOf(awards, 'reserve'))),
  ],
  publicity: (_stage, _plan, { awards }) => [
    figure('awards.confirmed', CONFIRMED, countOf(awards, 'confirmed', 'accepted')), ...some(figure('awards.in_publicity', ON_NOTICE, countOf(awards, 'in_publicity'))),
  ],
  contract: (_stage, _plan, facts) => [figure('contracts.signed', SIGNED, facts.contractsSigned, projectsOf(facts))],
  implementation: (_stage, _plan, facts) => [
    figure('projects.running', RUNNING, countOf(facts.projects, 'running', 'rectifying'), projectsOf(facts)),
    figure('milestones.accepted', ACCEPTED, countOf(facts.milestones, 'accepted'), totalOf(facts.milestones)),
  ],
  midterm: (_stage, plan, facts) => [figure('evaluations.midterm', EVALUATED, evaluatedOf('midterm', plan, facts), projectsOf(facts))],
  final_evaluation: (_stage, plan, facts) => [figure('evaluations.final', EVALUATED, evaluatedOf('final', plan, facts), projectsOf(facts))],
  settlement: (_stage, _plan, facts) => [figure('projects.settled', SETTLED, countOf(facts.projects, 'settled', 'archived'), projectsOf(facts))],
};

/** The numbers that belong to a stage, most telling first; of a judged stage its sheets. */
export const figuresOf: Count = (stage, plan, facts) => (COUNTS[stage.kind] ?? sheets)(stage, plan, facts);
