import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { CallsFacade, type EvaluationGrid } from '#modules/calls';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import { EvaluationRecorded } from '../milestones.events.js';
import { evaluated, noSuchEvaluation, notYours, rectificationNeeded } from '../milestones.errors.js';
import { evaluate, shaped, type EvaluationScores } from '../domain/evaluate.js';
import { Evaluation } from '../domain/milestone.js';
import { mayBeEvaluated } from '../domain/readiness.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { PutRectificationOnRecord, type NewRectification } from './order-rectification.js';

export interface NewEvaluation {
  readonly key: string;
  readonly scores: EvaluationScores;
  readonly opinion: string;
  /** What is to be mended, and by when: asked for when a mid-term evaluation fails, left aside otherwise. */
  readonly rectification?: NewRectification | undefined;
}

/** What follows from an outcome: the project moves with it, what failed is ordered to be mended, everybody hears. */
@Injectable()
export class FollowEvaluation {
  constructor(
    private readonly projects: ProjectsFacade,
    private readonly orders: PutRectificationOnRecord,
    private readonly events: Events,
  ) {}

  async run(project: ProjectView, grid: EvaluationGrid, { id, score, gradeKey, passed }: Evaluation, { actor, rectification }: { actor: Actor; rectification: NewRectification | undefined }): Promise<void> {
    const result = { score, gradeKey, passed };
    // What is evaluated has begun, though the morning's task may not have come round yet.
    const status = project.status === 'contracted' ? (await this.projects.move(project.id, 'start', actor)).status : project.status;
    if (grid.kind === 'final' && status === 'running') await this.projects.move(project.id, 'evaluate', actor, { evaluation: grid.key, ...result });
    if (rectification && status === 'running') {
      await this.projects.move(project.id, 'rectify', actor, { reason: rectification.demand, dueOn: rectification.dueOn, ...result });
      await this.orders.run(project, rectification, grid.key, actor);
    }
    await this.events.tell(EvaluationRecorded, { evaluationId: id, projectId: project.id, key: grid.key, passed });
  }
}

/** Writes the outcome down. */
@Injectable()
export class WriteEvaluation {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly follow: FollowEvaluation,
  ) {}

  async run(project: ProjectView, grid: EvaluationGrid, { scores, opinion, rectification }: NewEvaluation, actor: Actor): Promise<Evaluation> {
    const result = evaluate(grid, scores);
    const fails = grid.kind === 'midterm' && !result.passed;
    if (fails && !rectification) throw rectificationNeeded();
    const evaluation = Object.assign(new Evaluation(), {
      id: newId<string>(), projectId: project.id, key: grid.key, scores, ...result, opinion, recordedBy: actor.accountId, recordedAt: await this.time.now(),
    });
    if (!(await this.milestones.addEvaluation(evaluation))) throw evaluated();
    await this.audit.record({ action: 'evaluation.recorded', subject: { kind: 'project', id: project.id }, actor, facts: { key: grid.key, ...result } });
    await this.follow.run(project, grid, evaluation, { actor, rectification: fails ? rectification : undefined });
    return evaluation;
  }
}

/** An evaluator records the outcome of a grid, once. A final one brings the project to its settlement, a failed one to rectification. */
@Injectable()
export class RecordEvaluation {
  constructor(
    private readonly tx: Transaction,
    private readonly projects: ProjectsFacade,
    private readonly calls: CallsFacade,
    private readonly milestones: MilestoneStore,
    private readonly records: WriteEvaluation,
  ) {}

  /** @throws DomainError `evaluation_absent`, `not_the_acceptor`, `report_first`, `project_not_running`, `evaluation_faulty`, `evaluation_recorded`, `rectification_needed` */
  run(projectId: string, evaluation: NewEvaluation, actor: Actor): Promise<Evaluation> {
    return this.tx.run(async () => {
      const project = await this.projects.hold(projectId);
      if (!actor.holdsAt(project.nodePath, 'evaluator')) throw noSuchProject();
      if (actor.holdsFor(project.organisationId, 'applicant')) throw notYours();
      const { rulebook } = await this.calls.get(project.callId);
      const grid = rulebook.evaluations.find(({ key }) => key === evaluation.key);
      if (!grid) throw noSuchEvaluation();
      const [milestones, evaluations] = [await this.milestones.ofProject(projectId), await this.milestones.evaluations(projectId)];
      insist(mayBeEvaluated(grid, rulebook, { status: project.status, milestones, evaluations }));
      return this.records.run(project, grid, { ...evaluation, scores: shaped(evaluation.scores) }, actor);
    });
  }
}
