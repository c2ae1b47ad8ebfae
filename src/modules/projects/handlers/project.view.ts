import type { Actor } from '#libs/access';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Project, ProjectContract } from '../domain/project.js';
import { projectLifecycle } from '../domain/project.lifecycle.js';

export class ProjectRow {
  @Shown() id: string;
  @Shown() number: string;
  @Shown() callId: string;
  @Shown() applicationId: string;
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown() name: string;
  @Shown() categoryKey: string;
  @Shown() awardedFen: number;
  @Shown() totalFen: number;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ type: Object, nullable: true }) contract: ProjectContract | null;
  @Shown({ type: String, nullable: true }) stoppedReason: string | null;
  /** What an officer may do now. */
  @Shown({ type: [Object] }) moves: object[];

  static of(project: Project, actor: Actor): ProjectRow {
    const { id, number, callId, applicationId, organisationId, organisationName, name, categoryKey, awardedFen, totalFen, status, contract, stoppedReason } = project;
    const possible = actor.holdsAt(project.nodePath, 'officer') ? projectLifecycle.possible(project, { actor, now: project.openedAt, reason: 'given with the move' }) : [];
    const moves = possible.filter(({ move }) => move === 'suspend' || move === 'terminate' || move === `resume_${project.suspendedFrom}`);
    return { id, number, callId, applicationId, organisationId, organisationName, name, categoryKey, awardedFen, totalFen, status, label: projectLifecycle.label(status), contract, stoppedReason, moves };
  }
}
