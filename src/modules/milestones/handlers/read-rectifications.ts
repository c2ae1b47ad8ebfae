import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { noSuchProject, ProjectsFacade, type ProjectView } from '#modules/projects';
import type { Rectification } from '../domain/rectification.js';
import { rectificationLifecycle } from '../domain/rectification.lifecycle.js';
import { mayReadIn, STAFF } from '../milestones.permissions.js';
import { RectificationStore } from '../store/rectification.store.js';
import { filled } from './milestone.view.js';
import type { RectificationMoveView, RectificationRow, RectificationView } from './rectification.view.js';
import { mayRemind } from './remind-of-report.js';

/** Whose names and files stand beside an order. */
@Injectable()
export class RectificationSurroundings {
  constructor(
    readonly calls: CallsFacade,
    readonly people: IdentityFacade,
    readonly documents: DocumentsFacade,
  ) {}
}

/** What is to be mended, by when, and what became of it. @throws DomainError `project_absent` for one out of sight */
@Injectable()
export class ReadRectifications {
  constructor(
    private readonly rectifications: RectificationStore,
    private readonly projects: ProjectsFacade,
    private readonly around: RectificationSurroundings,
    private readonly time: DatabaseTime,
  ) {}

  async open(actor: Actor): Promise<RectificationRow[]> {
    const today = dayOf(await this.time.now());
    const orders = await this.rectifications.open(scopeOf(actor, ...STAFF, 'applicant'));
    const projects = new Map<string, ProjectView>((await this.projects.many([...new Set(orders.map(({ projectId }) => projectId))])).map((project) => [project.id, project]));
    return orders.map((order) => rowOf(order, projects.get(order.projectId)!, today));
  }

  async ofProject(projectId: string, actor: Actor): Promise<RectificationView[]> {
    const project = await this.projects.get(projectId);
    if (!mayReadIn(actor, project)) throw noSuchProject();
    const [orders, now, { rulebook }] = await Promise.all([this.rectifications.ofProject(projectId), this.time.now(), this.around.calls.get(project.callId)]);
    const titles = new Map(rulebook.evaluations.map(({ key, title }) => [key, title]));
    return Promise.all(orders.map((order) => this.view(order, project, { actor, now, titles })));
  }

  private async view(order: Rectification, project: ProjectView, { actor, now, titles }: { actor: Actor; now: Date; titles: ReadonlyMap<string, Sentence> }): Promise<RectificationView> {
    const { evaluationKey, otherwise, orderedBy, orderedAt, answer, answeredBy, decidedBy, decidedAt, note, evidence } = order;
    const [names, files] = await Promise.all([this.around.people.names([orderedBy, answeredBy, decidedBy]), this.around.documents.many(evidence)]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      ...rowOf(order, project, dayOf(now)), evaluation: evaluationKey === null ? null : (titles.get(evaluationKey) ?? null), otherwise, orderedBy: nameOf(orderedBy), orderedAt, answer,
      files: files.map(({ id, name, bytes }) => ({ id, name, bytes })), answeredBy: nameOf(answeredBy), decidedBy: nameOf(decidedBy), decidedAt, note,
      moves: movesOf(order, project.status, actor, now),
    };
  }
}

function rowOf({ id, projectId, demand, dueOn, status, answeredAt }: Rectification, project: ProjectView, today: string): RectificationRow {
  const late = (status === 'ordered' || status === 'returned') && project.status === 'rectifying' && dueOn < today;
  return {
    id, projectId, projectNumber: project.number, projectName: project.name, organisationName: project.organisationName, demand, dueOn, status, label: rectificationLifecycle.label(status), late, answeredAt,
  };
}

/** Members answer, staff of the place decide. */
function movesOf(order: Rectification, projectStatus: string, actor: Actor, now: Date): RectificationMoveView[] {
  const possible = rectificationLifecycle.possible(order, { actor, now, projectStatus, answer: 'given with the move', note: 'given with the move' });
  const mine = possible.filter(({ move }) => (move === 'answer' ? actor.holdsFor(order.organisationId, 'applicant') : mayRemind(actor, order)));
  return mine.map(({ move, label, verdict }) => ({ move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) }));
}
