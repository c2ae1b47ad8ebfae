import { no, yes, type Verdict } from '#libs/access';
import type { EvaluationGrid, Rulebook } from '#modules/calls';
import { evaluated, projectStands, rectificationFirst, reportFirst } from '../milestones.errors.js';
import type { Evaluation, Milestone } from './milestone.js';

/** While a report may be handed in or accepted, and a project be evaluated. */
export const RUNNING: readonly string[] = ['contracted', 'running', 'rectifying', 'evaluating'];

/** Nothing more is owed. */
export const OVER: readonly string[] = ['settled', 'archived', 'terminated'];

/** Which report an evaluation follows. */
const REPORT_OF: Record<EvaluationGrid['kind'], string> = { midterm: 'midterm_report', final: 'final_report' };

/** Keys of the reports that must be accepted before the grid may be filled in. */
export const reportsBefore = ({ kind }: EvaluationGrid, { milestones }: Pick<Rulebook, 'milestones'>): string[] =>
  milestones.filter((milestone) => milestone.kind === REPORT_OF[kind]).map(({ key }) => key);

export interface ProjectState {
  readonly status: string;
  readonly milestones: readonly Pick<Milestone, 'key' | 'status'>[];
  readonly evaluations: readonly Pick<Evaluation, 'key'>[];
}

/** Whether a project may be evaluated by a grid now, and why not. */
export function mayBeEvaluated(grid: EvaluationGrid, rulebook: Pick<Rulebook, 'milestones'>, { status, milestones, evaluations }: ProjectState): Verdict {
  const before = reportsBefore(grid, rulebook);
  if (evaluations.some(({ key }) => key === grid.key)) return against(evaluated());
  if (milestones.some((milestone) => before.includes(milestone.key) && milestone.status !== 'accepted')) return against(reportFirst());
  if (grid.kind === 'final' && status === 'rectifying') return against(rectificationFirst());
  return RUNNING.includes(status) ? yes : against(projectStands());
}

const against = ({ code, sentence }: ReturnType<typeof evaluated>): Verdict => no(code, sentence);
