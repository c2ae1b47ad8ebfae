import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, type Page, type PageRequest } from '#libs/database';
import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ProjectsFacade } from '#modules/projects';
import { noSuchMilestone } from '../milestones.errors.js';
import type { Evaluation, Milestone, MilestoneStatus } from '../domain/milestone.js';
import { milestoneLifecycle } from '../domain/milestone.lifecycle.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { lackingOf, RUNNING } from './keep-report.js';

export const STAFF = ['officer', 'evaluator', 'finance_maker', 'finance_approver', 'auditor'] as const;

export class MilestoneRow {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown() dueOn: string;
  @Shown({ description: '已过期未交 past its day and not handed in' }) late: boolean;
  @Shown({ nullable: true, type: Date }) submittedAt: Date | null;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ description: '分 fen' }) spentFen: number;
  @Shown() version: number;

  static of({ id, projectId, key, title, status, dueOn, submittedAt, reason, spentFen, version }: Milestone, today: string): MilestoneRow {
    const late = (status === 'planned' || status === 'returned') && dueOn < today;
    return { id, projectId, key, title, status, label: milestoneLifecycle.label(status), dueOn, late, submittedAt, reason, spentFen, version };
  }
}

export class MilestoneDetail extends MilestoneRow {
  @Shown({ type: Object }) report: object;
  @Shown({ type: [String] }) evidenceKinds: string[];
  @Shown({ type: [String], description: '尚缺材料 what is lacking' }) lacking: string[];
  @Shown() acceptedBy: string;
  @Shown({ type: Object }) moves: object[];
}

export class EvaluationView {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() key: string;
  @Shown() score: string;
  @Shown() gradeKey: string;
  @Shown() passed: boolean;
  @Shown() opinion: string;
  @Shown() recordedAt: Date;

  static of({ id, projectId, key, score, gradeKey, passed, opinion, recordedAt }: Evaluation): EvaluationView {
    return { id, projectId, key, score, gradeKey, passed, opinion, recordedAt };
  }
}

const mayRead = (actor: Actor, { nodePath, organisationId }: { nodePath: string; organisationId: string }): boolean =>
  actor.holdsAt(nodePath, ...STAFF) || actor.holdsFor(organisationId, 'applicant');

/** What is owed, by whom and until when. @throws DomainError `milestone_absent` also for one out of sight */
@Injectable()
export class ReadMilestones {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly projects: ProjectsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async list(actor: Actor, page: PageRequest, status?: MilestoneStatus): Promise<Page<MilestoneRow>> {
    const today = dayOf(await this.time.now());
    const { items, next } = await this.milestones.list(scopeOf(actor, ...STAFF, 'applicant'), page, status);
    return { items: items.map((milestone) => MilestoneRow.of(milestone, today)), next };
  }

  async ofProject(projectId: string, actor: Actor): Promise<MilestoneRow[]> {
    const today = dayOf(await this.time.now());
    return (await this.milestones.ofProject(projectId)).filter((milestone) => mayRead(actor, milestone)).map((milestone) => MilestoneRow.of(milestone, today));
  }

  async one(id: string, actor: Actor): Promise<MilestoneDetail> {
    const milestone = await this.milestones.find(id);
    if (!milestone || !mayRead(actor, milestone)) throw noSuchMilestone();
    const [now, { status }] = await Promise.all([this.time.now(), this.projects.get(milestone.projectId)]);
    const lacking = lackingOf(milestone);
    const possible = milestoneLifecycle.possible(milestone, { actor, now, lacking, projectRuns: RUNNING.includes(status), reason: 'given with the move' });
    const moves = possible.map(({ move, label, verdict }) => ({
      move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: say(tell(verdict.sentence, verdict.facts, 'zh'), tell(verdict.sentence, verdict.facts, 'en')) }),
    }));
    const { report, evidenceKinds, acceptedBy } = milestone;
    return { ...MilestoneRow.of(milestone, dayOf(now)), report, evidenceKinds, lacking, acceptedBy, moves };
  }

  async evaluations(projectId: string, actor: Actor): Promise<EvaluationView[]> {
    if (!mayRead(actor, await this.projects.get(projectId))) throw noSuchMilestone();
    return (await this.milestones.evaluations(projectId)).map((evaluation) => EvaluationView.of(evaluation));
  }
}
