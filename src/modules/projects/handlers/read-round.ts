import { Injectable } from '@nestjs/common';
import { no, yes, type Actor, type Verdict } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { AwardsFacade } from '#modules/awards';
import { callLifecycle, CallsFacade, type CallSummary } from '#modules/calls';
import { awardsUnderWay, noProjects, noSuchRound, projectsUnderWay } from '../projects.errors.js';
import { READERS } from '../projects.permissions.js';
import { PROJECT_STATUSES, type Project } from '../domain/project.js';
import { projectLifecycle } from '../domain/project.lifecycle.js';
import { ProjectStore } from '../store/project.store.js';
import { OVER, type RoundMove } from './move-round.js';
import { filled, type RoundMoveView, type RoundView, type StatusCountView } from './project.view.js';

const STEPS = { run: 'run', 'wind-up': 'wind_up', archive: 'archive' } as const;

/** How far a round is and what stands against its next step, in the words in which the step itself would be refused. */
@Injectable()
export class ReadRound {
  constructor(
    private readonly calls: CallsFacade,
    private readonly projects: ProjectStore,
    private readonly awards: AwardsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent` also for a round out of sight */
  async run(callId: string, actor: Actor): Promise<RoundView> {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, ...READERS)) throw noSuchRound();
    const projects = await this.projects.ofCall(callId);
    const context = { actor, now: await this.time.now() };
    const moves = await Promise.all((Object.keys(STEPS) as RoundMove[]).map((move) => this.move(move, call, projects, context)));
    const { number, title, status } = call;
    return { callId, number, title, status, label: callLifecycle.label(status), projects: countsOf(projects), moves: actor.holdsAt(call.nodePath, 'officer') ? moves : [] };
  }

  private async move(move: RoundMove, call: CallSummary, projects: readonly Project[], context: { actor: Actor; now: Date }): Promise<RoundMoveView> {
    const verdict = await this.verdict(move, call, projects, context);
    const { label } = callLifecycle.table.moves[STEPS[move]];
    return { move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }) };
  }

  private async verdict(move: RoundMove, call: CallSummary, projects: readonly Project[], context: { actor: Actor; now: Date }): Promise<Verdict> {
    const state = callLifecycle.judge({ status: call.status } as never, STEPS[move], { ...context, errors: 0, collectsNeeds: false });
    if (!state.allowed) return state;
    if (projects.length === 0) return against(noProjects());
    if (move !== 'archive') return yes;
    const left = projects.filter(({ status }) => !OVER.includes(status));
    if (left.length > 0) return against(projectsUnderWay(left.map(({ number }) => number)));
    const waiting = await this.awards.underWay(call.id);
    return waiting > 0 ? against(awardsUnderWay(waiting)) : yes;
  }
}

const against = ({ code, sentence, facts }: ReturnType<typeof noProjects>): Verdict => no(code, sentence, facts);

const countsOf = (projects: readonly Project[]): StatusCountView[] => PROJECT_STATUSES.map((status) => ({
  status, label: projectLifecycle.label(status), count: projects.filter((project) => project.status === status).length,
})).filter(({ count }) => count > 0);
