import { Injectable } from '@nestjs/common';
import { CallsFacade, type EvidenceKind } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { ProjectsFacade, REACH_KEYS, REACH_WORDS, type ProjectView } from '#modules/projects';
import { EVIDENCE_WORDS } from '../domain/evidence.js';
import type { Milestone } from '../domain/milestone.js';
import { MilestoneStore } from '../store/milestone.store.js';
import type { EvidenceView, ReachedView, SpendingView } from './milestone.view.js';

/** Puts beside what a report says what was planned and what the report before it said. */
@Injectable()
export class ReportParts {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly calls: CallsFacade,
    private readonly documents: DocumentsFacade,
  ) {}

  async of(milestone: Milestone, project: ProjectView): Promise<{ reach: ReachedView[]; spending: SpendingView[]; evidence: EvidenceView[] }> {
    const before = await this.before(milestone);
    const [reach, spending, evidence] = await Promise.all([this.reach(milestone, before, project), this.spending(milestone, before, project), this.evidence(milestone)]);
    return { reach, spending, evidence };
  }

  /** The newest other report that was handed in and says what was spent or reached. */
  private async before({ id, projectId, submittedAt }: Milestone): Promise<Milestone | undefined> {
    const others = (await this.milestones.ofProject(projectId)).filter((one) => one.id !== id && one.submittedAt !== null && (submittedAt === null || one.submittedAt < submittedAt));
    return others.filter(({ spentFen, report }) => spentFen > 0 || report.reached !== undefined).sort((a, b) => b.submittedAt!.getTime() - a.submittedAt!.getTime())[0];
  }

  private async reach({ report }: Milestone, before: Milestone | undefined, project: ProjectView): Promise<ReachedView[]> {
    const planned = await this.projects.plannedReach(project);
    return REACH_KEYS.map((key) => ({
      key, label: REACH_WORDS[key], planned: planned[key] ?? null, before: before?.report.reached?.[key] ?? null, reached: report.reached?.[key] ?? null,
    }));
  }

  private async spending({ report, callId }: Milestone, before: Milestone | undefined, { budget }: ProjectView): Promise<SpendingView[]> {
    const { rulebook } = await this.calls.get(callId);
    const sumOf = (lines: readonly { category: string; amountFen: number }[], wanted: string) => {
      const mine = lines.filter(({ category }) => category === wanted);
      return mine.length === 0 ? null : mine.reduce((sum, { amountFen }) => sum + amountFen, 0);
    };
    return rulebook.budget.costs.map(({ key, title }) => ({
      category: key, title, budgetFen: sumOf(budget, key) ?? 0, beforeFen: sumOf(before?.report.spending ?? [], key), amountFen: sumOf(report.spending, key),
    }));
  }

  private async evidence({ report, evidenceKinds }: Milestone): Promise<EvidenceView[]> {
    const given = report.evidence;
    const kinds = [...new Set([...evidenceKinds, ...(Object.keys(given) as EvidenceKind[])])].filter((kind) => kind !== 'narrative');
    const found = new Map((await this.documents.many(Object.values(given).flat())).map((document) => [document.id, document]));
    return kinds.map((kind) => ({
      kind, title: EVIDENCE_WORDS[kind], required: evidenceKinds.includes(kind),
      files: (given[kind] ?? []).flatMap((id) => found.get(id) ?? []).map(({ id, name, bytes }) => ({ id, name, bytes })),
    }));
  }
}
