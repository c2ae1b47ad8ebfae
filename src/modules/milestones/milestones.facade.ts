import { Injectable } from '@nestjs/common';
import type { Sentence } from '#libs/errors';
import { milestoneChanged } from './milestones.errors.js';
import type { Reliance } from './domain/report-reopening.js';
import { MilestoneStore } from './store/milestone.store.js';
import { RectificationStore } from './store/rectification.store.js';
import { ReopeningStore } from './store/reopening.store.js';

/** How far a project has come. Amounts in fen, scores decimal strings, days in Asia/Shanghai. */
export interface ProjectProgress {
  readonly milestones: readonly { id: string; key: string; title: Sentence; dueOn: string; status: string; acceptedAt: Date | null }[];
  /** One that failed counts as passed once what it asked to be mended was found mended (整改后复查合格). */
  readonly evaluations: readonly { id: string; key: string; score: string; gradeKey: string; passed: boolean; recordedAt: Date }[];
  /** The most recent accepted total of what was spent: reports count from the beginning of the project. */
  readonly acceptedSpendFen: number;
}

/** What other modules ask about reports and evaluations. */
@Injectable()
export class MilestonesFacade {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly reopenings: ReopeningStore,
    private readonly rectifications: RectificationStore,
  ) {}

  async stateOf(projectId: string): Promise<ProjectProgress> {
    const [milestones, evaluations, orders] = await Promise.all([this.milestones.ofProject(projectId), this.milestones.evaluations(projectId), this.rectifications.ofProject(projectId)]);
    const mended = orders.filter(({ status }) => status === 'accepted').map(({ evaluationKey }) => evaluationKey);
    const accepted = milestones.filter(({ status }) => status === 'accepted');
    return {
      milestones: milestones.map(({ id, key, title, dueOn, status, decidedAt }) => ({ id, key, title, dueOn, status, acceptedAt: status === 'accepted' ? decidedAt : null })),
      evaluations: evaluations.map(({ id, key, score, gradeKey, passed, recordedAt }) => ({ id, key, score, gradeKey, passed: passed || mended.includes(key), recordedAt })),
      acceptedSpendFen: Math.max(0, ...accepted.map(({ spentFen }) => spentFen)),
    };
  }

  /** A payment goes on, or was made, because these reports are accepted: from now on the acceptance stands. @throws DomainError `milestone_changed` when one is not any more */
  async rely(milestoneIds: readonly string[], payment: { readonly id: string; readonly title: Sentence; readonly paid: boolean }): Promise<void> {
    const held = await Promise.all(milestoneIds.map((id) => this.milestones.lock(id)));
    if (held.some((milestone) => milestone?.status !== 'accepted')) throw milestoneChanged();
    await this.reopenings.rely(milestoneIds.map((milestoneId): Reliance => ({ milestoneId, paymentId: payment.id, title: payment.title, paid: payment.paid })));
  }

  /** The payment goes back to be prepared anew. */
  release(paymentId: string): Promise<void> {
    return this.reopenings.release(paymentId);
  }
}
