import type { Actor } from '#libs/access';
import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { PROJECT_STATUSES, type Project } from '../domain/project.js';
import { projectLifecycle, type ProjectMove } from '../domain/project.lifecycle.js';
import { REACH_WORDS, type Reach, type ReachKey } from '../domain/reach.js';
import type { ProjectStep } from '../store/project.store.js';

export const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** A number of people or of person-times, with its name. */
export class ReachView {
  @Shown() key: string;
  @ShownSentence() label: Sentence;
  @Shown() count: number;

  static of(reach: Reach): ReachView[] {
    return Object.entries(reach).map(([key, count]) => ({ key, label: REACH_WORDS[key as ReachKey], count }));
  }
}

export class ProjectContractView {
  @Shown() contractId: string;
  @Shown({ description: 'SHA-256' }) sha256: string;
  @Shown() signedOn: string;
  @Shown() startsOn: string;
  @Shown() endsOn: string;
}

/** A move, allowed or with the reason against it. */
export class ProjectMoveView {
  @Shown({ enum: ['suspend', 'resume', 'terminate'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;

  /** What an officer of the place may do; nothing for others. */
  static of(project: Project, actor: Actor, stopReason: string | null): ProjectMoveView[] {
    if (!actor.holdsAt(project.nodePath, 'officer')) return [];
    const name = (move: ProjectMove) => (move === `resume_${project.suspendedFrom}` ? 'resume' : move);
    return projectLifecycle.possible(project, { actor, now: project.openedAt, stopReason, reason: 'given with the move' })
      .filter(({ move }) => ['suspend', 'resume', 'terminate'].includes(name(move)))
      .map(({ move, label, verdict }) => ({ move: name(move), label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) }));
  }
}

/** What the row says about its call and category, which the project knows by key only. */
export interface Surroundings {
  readonly callNumber: string;
  readonly callTitle: Sentence;
  readonly category: Sentence;
  /** Why every step of the organisation is stopped. */
  readonly stopReason: string | null;
}

export class ProjectRow {
  @Shown() id: string;
  @Shown() number: string;
  @Shown() callId: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() applicationId: string;
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown() name: string;
  @Shown() categoryKey: string;
  @ShownSentence() category: Sentence;
  @Shown() awardedFen: number;
  @Shown() totalFen: number;
  @Shown({ enum: PROJECT_STATUSES }) status: string;
  @ShownSentence() label: Sentence;
  /** While suspended: where it will go on. */
  @Shown({ type: String, nullable: true, enum: PROJECT_STATUSES }) suspendedFrom: string | null;
  @Shown({ type: ProjectContractView, nullable: true }) contract: ProjectContractView | null;
  @Shown({ type: String, nullable: true }) stoppedReason: string | null;
  @Shown() openedAt: Date;
  /** What an officer may do now. */
  @Shown({ type: [ProjectMoveView] }) moves: ProjectMoveView[];

  static of(project: Project, actor: Actor, { stopReason, ...around }: Surroundings): ProjectRow {
    const { id, number, callId, applicationId, organisationId, organisationName, name, categoryKey, awardedFen, totalFen, status, suspendedFrom, contract, stoppedReason, openedAt } = project;
    return {
      id, number, callId, applicationId, organisationId, organisationName, name, categoryKey, awardedFen, totalFen, status, label: projectLifecycle.label(status),
      suspendedFrom, contract, stoppedReason, openedAt, ...around, moves: ProjectMoveView.of(project, actor, stopReason),
    };
  }
}

export class ProjectPage {
  @Shown({ type: [ProjectRow] }) items: ProjectRow[];
  @Shown({ required: false, type: String }) next?: string;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: '各状态数目 how many stand in each status' }) counts: Record<string, number>;
}

export class BudgetSumView {
  @ShownSentence() category: Sentence;
  @Shown() item: string;
  @ShownSentence() source: Sentence;
  @Shown({ description: '分 fen' }) amountFen: number;
}

export class ProjectStepView {
  @ShownSentence() label: Sentence;
  @ShownSentence() status: Sentence;
  @Shown({ type: String, nullable: true }) reason: string | null;
  @Shown({ type: String, nullable: true, description: '办理人；系统自动办理时为空 who; null when the platform did it' }) who: string | null;
  @Shown() at: Date;

  static of({ move, to, reason, at }: ProjectStep & { to: string }, who: string | null): ProjectStepView {
    return { label: projectLifecycle.table.moves[move as ProjectMove].label, status: projectLifecycle.label(to as Project['status']), reason, who, at };
  }
}

export class ProjectDetail extends ProjectRow {
  @Shown({ description: '资助金额大写' }) awardedInWords: string;
  @Shown({ type: Date, nullable: true }) publicityEndedAt: Date | null;
  @Shown({ type: [ReachView], description: '申报时计划的受益人数 planned in the application' }) planned: ReachView[];
  @Shown({ type: [BudgetSumView] }) budget: BudgetSumView[];
  @Shown({ type: [ProjectStepView], description: '由近及远 newest first' }) history: ProjectStepView[];
}

/** A step of the round, with the reason against it. */
export class RoundMoveView {
  @Shown({ enum: ['run', 'wind-up', 'archive'] }) move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

export class StatusCountView {
  @Shown({ enum: PROJECT_STATUSES }) status: string;
  @ShownSentence() label: Sentence;
  @Shown() count: number;
}

/** How far a round is, and what brings it on. */
export class RoundView {
  @Shown() callId: string;
  @Shown() number: string;
  @ShownSentence() title: Sentence;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: [StatusCountView], description: '各状态项目数 projects in each status' }) projects: StatusCountView[];
  @Shown({ type: [RoundMoveView] }) moves: RoundMoveView[];
}
