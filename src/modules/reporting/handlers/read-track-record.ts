import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { isId } from '#libs/database';
import { absent, say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { applicationLifecycle, ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { MilestonesFacade } from '#modules/milestones';
import { OrganisationsFacade } from '#modules/organisations';
import { projectLifecycle, ProjectsFacade, type ProjectView } from '#modules/projects';
import { TRACK_READERS } from '../reporting.permissions.js';

export class PastApplicationView {
  @Shown() id: string;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() projectName: string;
  @ShownSentence() label: Sentence;
  @Shown({ description: '分 fen' }) requestedFen: number;
  @Shown({ nullable: true, type: Number, description: '核定资助（分） the grant in fen' }) awardedFen: number | null;
  @Shown({ nullable: true, type: String }) score: string | null;
  @Shown({ nullable: true, type: Number }) rank: number | null;
}

export class PastEvaluationView {
  @ShownSentence() title: Sentence;
  @ShownSentence() grade: Sentence;
  @Shown() score: string;
  @Shown() passed: boolean;
  @Shown() recordedAt: Date;
}

export class PastProjectView {
  @Shown() id: string;
  @Shown() number: string;
  @Shown() name: string;
  @Shown() callNumber: string;
  @ShownSentence() label: Sentence;
  @Shown() awardedFen: number;
  @Shown({ nullable: true, type: String }) stoppedReason: string | null;
  @Shown({ type: [PastEvaluationView] }) evaluations: PastEvaluationView[];
}

export class PastIssueView {
  @ShownSentence() kind: Sentence;
  @Shown() reason: string;
  @Shown() raisedAt: Date;
  @Shown({ nullable: true, type: String }) resolution: string | null;
}

/** Earlier applications, grants, evaluations and issues of one organisation and of what was merged into it, newest first. */
export class TrackRecordView {
  @Shown({ description: '累计获资助（分） all grants in fen' }) grantedFen: number;
  @Shown({ type: [PastApplicationView] }) applications: PastApplicationView[];
  @Shown({ type: [PastProjectView] }) projects: PastProjectView[];
  @Shown({ type: [PastIssueView] }) issues: PastIssueView[];
}

type Calls = ReadonlyMap<string, CallView>;

@Injectable()
export class ReadTrackRecord {
  constructor(
    private readonly organisations: OrganisationsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly projects: ProjectsFacade,
    private readonly milestones: MilestonesFacade,
    private readonly calls: CallsFacade,
  ) {}

  /** What lies outside the reader's own places is left out. @throws DomainError `organisation_absent` */
  async run(organisationId: string, actor: Actor): Promise<TrackRecordView> {
    const organisation = isId(organisationId) ? (await this.organisations.many([organisationId]))[0] : undefined;
    if (!organisation || !actor.holdsAt(organisation.nodePath, ...TRACK_READERS)) throw absent('organisation_absent', say('没有找到该组织', 'There is no such organisation'));
    const family = await this.organisations.family(organisationId);
    const reads = ({ nodePath }: { nodePath: string }) => actor.holdsAt(nodePath, ...TRACK_READERS);
    const applications = (await Promise.all(family.map((id) => this.applications.ofOrganisation(id)))).flat().filter(reads).sort(newestFirst);
    const projects = (await Promise.all(family.map((id) => this.projects.ofOrganisation(id)))).flat().filter(reads);
    const calls: Calls = new Map(await Promise.all([...new Set([...applications, ...projects].map(({ callId }) => callId))].map(async (id) => [id, await this.calls.get(id)] as const)));
    const issues = await this.organisations.issuesOf(family);
    return {
      grantedFen: projects.reduce((sum, { awardedFen }) => sum + awardedFen, 0),
      applications: applications.map((application) => applicationOf(application, calls.get(application.callId)!)),
      projects: await Promise.all(projects.map((project) => this.projectOf(project, calls.get(project.callId)!))), issues,
    };
  }

  private async projectOf({ id, number, name, status, awardedFen, stoppedReason }: ProjectView, { number: callNumber, rulebook }: CallView): Promise<PastProjectView> {
    const { evaluations } = await this.milestones.stateOf(id);
    return {
      id, number, name, callNumber, label: projectLifecycle.label(status), awardedFen, stoppedReason,
      evaluations: evaluations.map(({ key, gradeKey, score, passed, recordedAt }) => {
        const grid = rulebook.evaluations.find((one) => one.key === key);
        const grade = grid?.grades.find((one) => one.key === gradeKey)?.title ?? say(gradeKey, gradeKey);
        return { title: grid?.title ?? say(key, key), grade, score, passed, recordedAt };
      }),
    };
  }
}

const newestFirst = (one: ApplicationView, other: ApplicationView): number => (other.submittedAt?.getTime() ?? 0) - (one.submittedAt?.getTime() ?? 0);

function applicationOf({ id, number, projectName, status, requestedFen, outcome, score, rank }: ApplicationView, { number: callNumber, title }: CallView): PastApplicationView {
  return {
    id, number, callNumber, callTitle: title, projectName, label: applicationLifecycle.label(status), requestedFen, score, rank, awardedFen: outcome?.kind === 'awarded' ? outcome.amountFen : null,
  };
}
