import { Injectable } from '@nestjs/common';
import type { Sentence } from '#libs/errors';
import { MilestoneStore } from './store/milestone.store.js';

/** How far a project has come. Amounts in fen, scores decimal strings, days in Asia/Shanghai. */
export interface ProjectProgress {
  readonly milestones: readonly { id: string; key: string; title: Sentence; dueOn: string; status: string; acceptedAt: Date | null }[];
  readonly evaluations: readonly { id: string; key: string; score: string; gradeKey: string; passed: boolean; recordedAt: Date }[];
  /** The most recent accepted total of what was spent: reports count from the beginning of the project. */
  readonly acceptedSpendFen: number;
}

/** What other modules ask about reports and evaluations. */
@Injectable()
export class MilestonesFacade {
  constructor(private readonly milestones: MilestoneStore) {}

  async stateOf(projectId: string): Promise<ProjectProgress> {
    const [milestones, evaluations] = await Promise.all([this.milestones.ofProject(projectId), this.milestones.evaluations(projectId)]);
    const accepted = milestones.filter(({ status }) => status === 'accepted');
    return {
      milestones: milestones.map(({ id, key, title, dueOn, status, decidedAt }) => ({ id, key, title, dueOn, status, acceptedAt: status === 'accepted' ? decidedAt : null })),
      evaluations: evaluations.map(({ id, key, score, gradeKey, passed, recordedAt }) => ({ id, key, score, gradeKey, passed, recordedAt })),
      acceptedSpendFen: Math.max(0, ...accepted.map(({ spentFen }) => spentFen)),
    };
  }
}
