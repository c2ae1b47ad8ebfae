import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { CallsFacade, type EvaluationGrid, type Rulebook } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import { noSuchEvaluation } from '../milestones.errors.js';
import { mayReadIn } from '../milestones.permissions.js';
import { shaped, type EvaluationScores } from '../domain/evaluate.js';
import type { Evaluation, Milestone } from '../domain/milestone.js';
import { mayBeEvaluated, reportsBefore } from '../domain/readiness.js';
import { MilestoneCatalogue } from '../store/milestone-catalogue.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { EvaluationDueView, EvaluationTrialView, EvaluationView } from './evaluation.view.js';

/** Where reports and evaluations are found. */
@Injectable()
export class EvaluationSources {
  constructor(
    readonly milestones: MilestoneStore,
    readonly catalogue: MilestoneCatalogue,
    readonly people: IdentityFacade,
  ) {}
}

/** What was evaluated and what is to be. @throws DomainError `milestone_absent` for a project out of sight */
@Injectable()
export class ReadEvaluations {
  constructor(
    private readonly sources: EvaluationSources,
    private readonly projects: ProjectsFacade,
    private readonly calls: CallsFacade,
  ) {}

  async ofProject(projectId: string, actor: Actor): Promise<EvaluationView[]> {
    const { callId } = await this.visible(projectId, actor);
    const { rulebook } = await this.calls.get(callId);
    const views = (await this.sources.milestones.evaluations(projectId)).map((evaluation) => this.view(evaluation, rulebook));
    return (await Promise.all(views)).filter((view) => view !== null);
  }

  /** Every grid that is not recorded yet, with the reason against it. */
  async dueOf(projectId: string, actor: Actor): Promise<EvaluationDueView[]> {
    const project = await this.visible(projectId, actor);
    const { rulebook } = await this.calls.get(project.callId);
    const [milestones, evaluations] = await Promise.all([this.sources.milestones.ofProject(projectId), this.sources.milestones.evaluations(projectId)]);
    return dueIn(project, rulebook, milestones, evaluations);
  }

  /** What waits for an evaluator in her places: the report is accepted, the evaluation not recorded. */
  async waiting(actor: Actor): Promise<EvaluationDueView[]> {
    const accepted = await this.sources.catalogue.accepted(scopeOf(actor, 'evaluator'));
    const projects = await this.projects.many([...new Set(accepted.map(({ projectId }) => projectId))]);
    const recorded = await this.sources.milestones.evaluationsOf(projects.map(({ id }) => id));
    const found: EvaluationDueView[] = [];
    for (const project of projects) {
      const { rulebook } = await this.calls.get(project.callId);
      const mine = accepted.filter(({ projectId }) => projectId === project.id);
      const due = dueIn(project, rulebook, mine, recorded.filter(({ projectId }) => projectId === project.id));
      found.push(...due.filter(({ allowed, readySince }) => allowed && readySince !== null));
    }
    return found.sort((a, b) => a.readySince!.getTime() - b.readySince!.getTime());
  }

  /** What the entries so far would give. @throws DomainError `evaluation_absent` */
  async tryOut(projectId: string, key: string, scores: EvaluationScores, actor: Actor): Promise<EvaluationTrialView> {
    const { callId } = await this.visible(projectId, actor);
    const grid = (await this.calls.get(callId)).rulebook.evaluations.find((one) => one.key === key);
    if (!grid) throw noSuchEvaluation();
    return EvaluationTrialView.of(grid, shaped(scores));
  }

  private async visible(projectId: string, actor: Actor): Promise<ProjectView> {
    const project = await this.projects.get(projectId);
    if (!mayReadIn(actor, project)) throw noSuchProject();
    return project;
  }

  private async view(evaluation: Evaluation, rulebook: Rulebook): Promise<EvaluationView | null> {
    const grid = rulebook.evaluations.find(({ key }) => key === evaluation.key);
    return grid ? EvaluationView.of(evaluation, grid, (await this.sources.people.person(evaluation.recordedBy))?.name ?? null) : null;
  }
}

function dueIn(project: ProjectView, rulebook: Rulebook, milestones: readonly Milestone[], evaluations: readonly Evaluation[]): EvaluationDueView[] {
  const open = rulebook.evaluations.filter((grid) => !evaluations.some(({ key }) => key === grid.key));
  return open.map((grid) => EvaluationDueView.of(project, grid, mayBeEvaluated(grid, rulebook, { status: project.status, milestones, evaluations }), readySince(grid, rulebook, milestones)));
}

/** When the last of its reports was accepted; null while one is missing. */
function readySince(grid: EvaluationGrid, rulebook: Rulebook, milestones: readonly Milestone[]): Date | null {
  const before = reportsBefore(grid, rulebook);
  const accepted = milestones.filter(({ key, status }) => before.includes(key) && status === 'accepted');
  if (accepted.length === 0) return null;
  return accepted.map(({ decidedAt }) => decidedAt!).reduce((latest, one) => (one > latest ? one : latest));
}
