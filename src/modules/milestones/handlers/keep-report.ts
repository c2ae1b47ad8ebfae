import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, say } from '#libs/errors';
import { Events } from '#libs/events';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { NothingLeftToDo } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { milestoneChanged, noSuchMilestone, notEditable } from '../milestones.errors.js';
import { EVIDENCE_WORDS, lackingOf } from '../domain/evidence.js';
import type { Milestone, Report } from '../domain/milestone.js';
import { milestoneLifecycle } from '../domain/milestone.lifecycle.js';
import { RUNNING } from '../domain/readiness.js';
import { MilestoneStore } from '../store/milestone.store.js';

/** Files that a report names come to belong to it; what was spent keeps to the budget's categories. */
@Injectable()
export class CheckReport {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `cost_unknown`, `evidence_unknown`, the documents' own */
  async run(milestone: Milestone, { evidence, spending }: Report, actor: Actor): Promise<void> {
    const { rulebook } = await this.calls.get(milestone.callId);
    const unknown = spending.find(({ category }) => !rulebook.budget.costs.some(({ key }) => key === category));
    if (unknown) throw invalid('cost_unknown', say('没有这个支出类别', 'There is no such cost category'), { category: unknown.category });
    const foreign = Object.keys(evidence).find((kind) => !(kind in EVIDENCE_WORDS));
    if (foreign) throw invalid('evidence_unknown', say('没有这种证明材料', 'There is no such kind of evidence'), { kind: foreign });
    const files = Object.values(evidence).flat();
    const { id, nodePath, organisationId } = milestone;
    if (files.length > 0) await this.documents.attach(files, { kind: 'milestone', id }, { audience: 'organisation', nodePath, organisationId }, actor);
  }
}

/** Writes down what became of a report. */
@Injectable()
export class RecordReport {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async saved({ id, version }: Milestone, actor: Actor): Promise<void> {
    await this.audit.record({ action: 'report.saved', subject: { kind: 'milestone', id }, actor, facts: { version } });
  }

  async submitted(milestone: Milestone, projectRuns: boolean, actor: Actor): Promise<Milestone> {
    const now = await this.time.arrival();
    milestoneLifecycle.move(milestone, 'submit', { actor, now, lacking: lackingOf(milestone), projectRuns });
    Object.assign(milestone, { submittedAt: now, reason: null });
    await this.milestones.update(milestone);
    const { id, spentFen, report } = milestone;
    await this.audit.record({ action: 'report.submitted', subject: { kind: 'milestone', id }, actor, facts: { spentFen, files: Object.values(report.evidence).flat() } });
    await this.events.tell(NothingLeftToDo, { asked: [`report-due:${id}:`, `report-late:${id}:`] });
    await this.events.tell(NothingLeftToDo, { asked: [`report-returned:${id}:`], until: now.toISOString() });
    return milestone;
  }
}

/** A member writes a report and hands it in. */
@Injectable()
export class KeepReport {
  constructor(
    private readonly tx: Transaction,
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly checking: CheckReport,
    private readonly records: RecordReport,
  ) {}

  /** @throws DomainError `milestone_absent`, `milestone_not_editable`, `milestone_changed` (stale) */
  save(id: string, report: Report, version: number, actor: Actor): Promise<Milestone> {
    return this.tx.run(async () => this.write(await this.own(id, version, actor), report, actor));
  }

  /** @throws DomainError `evidence_lacking`, `project_not_running` */
  submit(id: string, report: Report, version: number, actor: Actor): Promise<Milestone> {
    return this.tx.run(async () => {
      const milestone = await this.write(await this.own(id, version, actor), report, actor);
      const { status } = await this.projects.get(milestone.projectId);
      return this.records.submitted(milestone, RUNNING.includes(status), actor);
    });
  }

  private async own(id: string, version: number, actor: Actor): Promise<Milestone> {
    const milestone = await this.milestones.lock(id);
    if (!milestone || !actor.holdsFor(milestone.organisationId, 'applicant')) throw noSuchMilestone();
    if (milestone.status === 'submitted' || milestone.status === 'accepted') throw notEditable();
    if (milestone.version !== version) throw milestoneChanged();
    return milestone;
  }

  private async write(milestone: Milestone, report: Report, actor: Actor): Promise<Milestone> {
    await this.checking.run(milestone, report, actor);
    Object.assign(milestone, { report, spentFen: report.spending.reduce((sum, { amountFen }) => sum + amountFen, 0) });
    await this.milestones.update(milestone);
    await this.records.saved(milestone, actor);
    return milestone;
  }
}
