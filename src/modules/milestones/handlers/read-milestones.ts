import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor, type Verdict } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime, type PageRequest } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { ProjectsFacade, type ProjectView } from '#modules/projects';
import { noSuchMilestone, notYours } from '../milestones.errors.js';
import { mayReadIn, STAFF } from '../milestones.permissions.js';
import { lackingOf } from '../domain/evidence.js';
import type { Milestone } from '../domain/milestone.js';
import { milestoneLifecycle, type MilestoneContext, type Resting } from '../domain/milestone.lifecycle.js';
import { RUNNING } from '../domain/readiness.js';
import { MilestoneCatalogue, type MilestoneFilter } from '../store/milestone-catalogue.js';
import { MilestoneStore } from '../store/milestone.store.js';
import { decides } from './decide-report.js';
import { filled, MilestoneRow, type MilestoneDetail, type MilestonePage, type MilestoneMoveView, type ReminderView } from './milestone.view.js';
import { againstReminding, mayRemind } from './remind-of-report.js';
import { ReadReopenings } from './read-reopenings.js';
import { WhatRestsOnReport } from './reopen-report.js';
import { ReportParts } from './report-parts.js';

/** Whose names and whose numbers stand beside a report. */
@Injectable()
export class ReportSurroundings {
  constructor(
    readonly projects: ProjectsFacade,
    readonly people: IdentityFacade,
    readonly parts: ReportParts,
    readonly rests: WhatRestsOnReport,
    readonly reopenings: ReadReopenings,
  ) {}
}

/** What is owed, by whom and until when. @throws DomainError `milestone_absent` also for one out of sight */
@Injectable()
export class ReadMilestones {
  constructor(
    private readonly milestones: MilestoneStore,
    private readonly catalogue: MilestoneCatalogue,
    private readonly around: ReportSurroundings,
    private readonly time: DatabaseTime,
  ) {}

  async list(actor: Actor, page: PageRequest, filter: MilestoneFilter): Promise<MilestonePage> {
    const today = dayOf(await this.time.now());
    const scope = scopeOf(actor, ...STAFF, 'applicant');
    const [{ items, next }, counts] = await Promise.all([this.catalogue.list(scope, page, filter, today), this.catalogue.counts(scope, filter, today)]);
    return { items: await this.rows(items, today), counts, ...(next ? { next } : {}) };
  }

  async ofProject(projectId: string, actor: Actor): Promise<MilestoneRow[]> {
    const today = dayOf(await this.time.now());
    return this.rows((await this.milestones.ofProject(projectId)).filter((milestone) => mayReadIn(actor, milestone)), today);
  }

  async one(id: string, actor: Actor): Promise<MilestoneDetail> {
    const milestone = await this.milestones.find(id);
    if (!milestone || !mayReadIn(actor, milestone)) throw noSuchMilestone();
    const [now, project] = await Promise.all([this.time.now(), this.around.projects.get(milestone.projectId)]);
    const state = { status: project.status, resting: await this.around.rests.if(milestone) };
    const { report, evidenceKinds, decidedBy, status, organisationId } = milestone;
    return {
      ...MilestoneRow.of(milestone, project, dayOf(now)), narrative: report.narrative, narrativeRequired: evidenceKinds.includes('narrative'),
      ...(await this.around.parts.of(milestone, project)), evidenceKinds, lacking: lackingOf(milestone),
      decidedBy: decidedBy === null ? null : ((await this.around.people.person(decidedBy))?.name ?? null),
      writable: (status === 'planned' || status === 'returned') && actor.holdsFor(organisationId, 'applicant'), moves: movesOf(milestone, state, actor, now),
      reopenings: await this.around.reopenings.of(milestone, verdictOn(milestone, state, actor, now), actor),
      reminder: reminderOf(milestone, project, actor, dayOf(now)),
    };
  }

  private async rows(milestones: readonly Milestone[], today: string): Promise<MilestoneRow[]> {
    const found = await this.around.projects.many([...new Set(milestones.map(({ projectId }) => projectId))]);
    const projects = new Map<string, ProjectView>(found.map((project) => [project.id, project]));
    return milestones.map((milestone) => MilestoneRow.of(milestone, projects.get(milestone.projectId)!, today));
  }
}

/** Staff may ask for what is late, and read why not again today. */
function reminderOf(milestone: Milestone, { status }: ProjectView, actor: Actor, today: string): ReminderView | null {
  const refusal = againstReminding(milestone, status, today);
  if (!mayRemind(actor, milestone) || refusal?.code === 'report_not_late') return null;
  return { sentAt: milestone.remindedAt, refusal: refusal && filled(refusal.sentence) };
}

interface StateOfThings {
  readonly status: string;
  readonly resting: Resting | undefined;
}

const contextOf = (milestone: Milestone, { status, resting }: StateOfThings, actor: Actor, now: Date): MilestoneContext =>
  ({ actor, now, lacking: lackingOf(milestone), projectRuns: RUNNING.includes(status), reason: 'given with the move', ...(resting ? { resting } : {}) });

const verdictOn = (milestone: Milestone, state: StateOfThings, actor: Actor, now: Date): Verdict | undefined =>
  milestone.status === 'accepted' ? milestoneLifecycle.judge(milestone, 'reopen', contextOf(milestone, state, actor, now)) : undefined;

/** What the reader may do with it: members hand in, the side that the rules name decides, and the other side reads why it does not. */
function movesOf(milestone: Milestone, state: StateOfThings, actor: Actor, now: Date): MilestoneMoveView[] {
  const member = actor.holdsFor(milestone.organisationId, 'applicant');
  const side = actor.holdsAt(milestone.nodePath, 'officer', 'evaluator');
  const possible = milestoneLifecycle.possible(milestone, contextOf(milestone, state, actor, now));
  // Of a project that is over nothing is opened again, and nobody needs to read so on each of its reports.
  return possible.filter(({ move }) => (move === 'submit' ? member : side && (move !== 'reopen' || RUNNING.includes(state.status)))).map(({ move, label, verdict }) => {
    if (move !== 'submit' && !decides(actor, milestone)) return { move, label, allowed: false, reason: filled(notYours().sentence) };
    return { move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) };
  });
}
