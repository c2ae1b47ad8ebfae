import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { absent, say, type Sentence } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { noSuchSession } from '../roadshows.errors.js';
import { presentationLifecycle } from '../domain/presentation.lifecycle.js';
import type { Presentation, RoadshowSession } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import type { SessionRowView, StageView, TurnView } from './roadshow.view.js';

/** A session with all that its screens show. */
export interface SeenSession {
  readonly session: RoadshowSession;
  readonly call: CallView;
  readonly presentations: readonly Presentation[];
  readonly stage: StageView;
}

/** The roadshows of somebody’s places, and the screen in the hall. */
@Injectable()
export class ReadRoadshow {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async ofCall(callId: string, actor: Actor): Promise<StageView[]> {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, 'officer', 'auditor')) throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    return Promise.all((await this.roadshows.ofCall(callId)).map(async (session) => (await this.see(session)).stage));
  }

  /** Every session in the actor’s places, newest first. */
  async list(actor: Actor): Promise<SessionRowView[]> {
    return Promise.all((await this.roadshows.list(scopeOf(actor, 'officer', 'auditor'))).map((session) => this.row(session)));
  }

  /** For the screen in the hall; before it begins neither the order nor who comes is told. @throws DomainError `roadshow_absent` */
  async stage(sessionId: string): Promise<StageView> {
    const session = await this.roadshows.find(sessionId);
    if (!session) throw noSuchSession();
    const { stage } = await this.see(session);
    return session.status === 'planned' ? { ...stage, seed: null, turns: [] } : stage;
  }

  async see(session: RoadshowSession): Promise<SeenSession> {
    const [call, presentations, serverTime] = await Promise.all([this.calls.get(session.callId), this.roadshows.presentations(session.id), this.time.now()]);
    const applications = new Map((await this.applications.many(presentations.map(({ applicationId }) => applicationId))).map((application) => [application.id, application]));
    const { id, groupKey, status, seed } = session;
    const stage: StageView = {
      sessionId: id, callId: call.id, callTitle: call.title, groupKey, groupTitle: groupTitleOf(call, groupKey), status, seed, serverTime,
      warningSeconds: call.rulebook.roadshow!.warningSeconds, turns: presentations.map((presentation) => turnOf(presentation, applications.get(presentation.applicationId)!)),
    };
    return { session, call, presentations, stage };
  }

  private async row(session: RoadshowSession): Promise<SessionRowView> {
    const [call, presentations] = await Promise.all([this.calls.get(session.callId), this.roadshows.presentations(session.id)]);
    const { id, callId, groupKey, status, startedAt, closedAt } = session;
    return {
      sessionId: id, callId, callTitle: call.title, groupTitle: groupTitleOf(call, groupKey), status, startedAt, closedAt, turns: presentations.length, over: presentations.filter(isOver).length,
      opensAt: call.rulebook.stages.find(({ key }) => key === call.rulebook.roadshow!.stage)?.opensAt ?? null,
    };
  }
}

export const isOver = ({ status }: { status: string }): boolean => status === 'scored' || status === 'absent';

/** The category or the number of the group; null where everybody presents in one hall. */
export function groupTitleOf({ rulebook }: Pick<CallView, 'rulebook'>, groupKey: string): Sentence | null {
  const [group, late] = groupKey.split('+') as [string, string?];
  const title = rulebook.categories.find(({ key }) => key === group)?.title ?? (group === 'all' ? null : say(`第 ${group} 组`, `Group ${group}`));
  if (late === undefined) return title;
  return title ? say(`${title.zh}（补入）`, `${title.en} (joined later)`) : say('补入场次', 'Joined later');
}

const turnOf = ({ id, applicationId, position, status, phaseStartedAt, phaseEndsAt }: Presentation, { number, projectName, organisationName }: ApplicationView): TurnView => ({
  id, applicationId, position, number, projectName, organisationName, status, label: presentationLifecycle.label(status), phaseStartedAt, phaseEndsAt,
});
