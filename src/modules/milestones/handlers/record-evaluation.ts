import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { CallsFacade, type EvaluationGrid } from '#modules/calls';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import { EvaluationRecorded } from '../milestones.events.js';
import { evaluated, noSuchEvaluation, notYours } from '../milestones.errors.js';
import { evaluate, shaped, type EvaluationScores } from '../domain/evaluate.js';
import { Evaluation } from '../domain/milestone.js';
import { mayBeEvaluated } from '../domain/readiness.js';
import { MilestoneStore } from '../store/milestone.store.js';

export interface NewEvaluation {
  readonly key: string;
  readonly scores: EvaluationScores;
  readonly opinion: string;
}

/** Writes the outcome down; the project moves with it. */
@Injectable()
export class WriteEvaluation {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run({ id: projectId, status: before }: ProjectView, grid: EvaluationGrid, { scores, opinion }: NewEvaluation, actor: Actor): Promise<Evaluation> {
    const result = evaluate(grid, scores);
    const evaluation = Object.assign(new Evaluation(), {
      id: newId<string>(), projectId, key: grid.key, scores, ...result, opinion, recordedBy: actor.accountId, recordedAt: await this.time.now(),
    });
    if (!(await this.milestones.addEvaluation(evaluation))) throw evaluated();
    await this.audit.record({ action: 'evaluation.recorded', subject: { kind: 'project', id: projectId }, actor, facts: { key: grid.key, ...result } });
    // What is evaluated has begun, though the morning's task may not have come round yet.
    const status = before === 'contracted' ? (await this.projects.move(projectId, 'start', actor)).status : before;
    if (grid.kind === 'final' && status === 'running') await this.projects.move(projectId, 'evaluate', actor, { evaluation: grid.key, ...result });
    if (grid.kind === 'midterm' && !result.passed && status === 'running') await this.projects.move(projectId, 'rectify', actor, { reason: opinion, ...result });
    await this.events.tell(EvaluationRecorded, { evaluationId: evaluation.id, projectId, key: grid.key, passed: result.passed });
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

  /** @throws DomainError `evaluation_absent`, `not_the_acceptor`, `report_first`, `project_not_running`, `evaluation_faulty`, `evaluation_recorded` */
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
