import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import { absent, say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { ScoringFacade } from '#modules/scoring';
import { noSuchSession } from '../roadshows.errors.js';
import { presentationLifecycle, type TurnContext } from '../domain/presentation.lifecycle.js';
import type { Presentation, RoadshowSession } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';

export class TurnMoveView {
  @Shown() move: string;
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
}

export class TurnView {
  @Shown() id: string;
  @Shown() applicationId: string;
  @Shown({ nullable: true, type: Number }) position: number | null;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown({ nullable: true, type: Date }) phaseStartedAt: Date | null;
  @Shown({ nullable: true, type: Date }) phaseEndsAt: Date | null;
}

export class ConsoleTurnView extends TurnView {
  @Shown({ nullable: true, type: String }) presenter: string | null;
  @Shown({ nullable: true, type: Date }) signedInAt: Date | null;
  @Shown() overrunSeconds: number;
  @Shown() missed: number;
  @Shown({ nullable: true, type: String }) reason: string | null;
  @Shown({ description: '已提交评分的评委数 judges who have handed in' }) submitted: number;
  @Shown() due: number;
  @Shown({ type: [String], description: '未提交的评委 who has not' }) waiting: string[];
  @Shown({ type: [TurnMoveView] }) moves: TurnMoveView[];
}

/** What the hall sees: the order, who is on, and the clock. */
export class StageView {
  @Shown() sessionId: string;
  @Shown() callId: string;
  @ShownSentence() callTitle: Sentence;
  @Shown() groupKey: string;
  @Shown() status: string;
  @Shown({ nullable: true, type: String }) seed: string | null;
  @Shown({ description: '服务器时间 the server’s time' }) serverTime: Date;
  @Shown({ description: '结束前多少秒提示 a bell so many seconds before the end' }) warningSeconds: number;
  @Shown({ type: [TurnView] }) turns: TurnView[];
}

export class ConsoleView extends StageView {
  @Shown({ type: [ConsoleTurnView] }) declare turns: ConsoleTurnView[];
}

@Injectable()
export class ReadRoadshow {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly scoring: ScoringFacade,
    private readonly time: DatabaseTime,
  ) {}

  async ofCall(callId: string, actor: Actor): Promise<StageView[]> {
    const call = await this.calls.get(callId);
    if (!actor.holdsAt(call.nodePath, 'officer', 'auditor')) throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    return Promise.all((await this.roadshows.ofCall(callId)).map((session) => this.stageOf(session)));
  }

  /** For the screen in the hall. @throws DomainError `roadshow_absent` before it begins */
  async stage(sessionId: string): Promise<StageView> {
    const session = await this.roadshows.find(sessionId);
    if (!session || session.status === 'planned') throw noSuchSession();
    return this.stageOf(session);
  }

  /** The host's console: with who has not scored yet, and what can be done now. */
  async console(sessionId: string, actor: Actor): Promise<ConsoleView> {
    const session = await this.roadshows.find(sessionId);
    if (!session || !actor.holdsAt(session.nodePath, 'officer', 'auditor')) throw noSuchSession();
    const [stage, presentations] = await Promise.all([this.stageOf(session), this.roadshows.presentations(sessionId)]);
    const { absence } = (await this.calls.get(session.callId)).rulebook.roadshow!;
    const turns = await Promise.all(presentations.map((presentation, at) => this.consoleTurn(session, presentation, stage.turns[at]!, { actor, now: stage.serverTime, absence, presentations })));
    return { ...stage, turns };
  }

  private async consoleTurn(session: RoadshowSession, presentation: Presentation, turn: TurnView, at: { actor: Actor; now: Date; absence: TurnContext['absence']; presentations: readonly Presentation[] }): Promise<ConsoleTurnView> {
    const { submitted, due, waiting } = await this.scoring.liveProgress(session.callId, session.stageKey, presentation.applicationId);
    const stageTaken = at.presentations.some(({ id, status }) => id !== presentation.id && ['presenting', 'questions', 'scoring'].includes(status));
    const context = { absence: at.absence, actor: at.actor, now: at.now, sessionRunning: session.status === 'running', stageTaken, waitingJudges: waiting.length, reason: undefined };
    const moves = presentationLifecycle.possible(presentation, context).map(({ move, label, verdict }) => ({
      move, label, allowed: verdict.allowed, ...(verdict.allowed ? {} : { reason: say(tell(verdict.sentence, verdict.facts, 'zh'), tell(verdict.sentence, verdict.facts, 'en')) }),
    }));
    const { presenter, signedInAt, overrunSeconds, missed, reason } = presentation;
    return { ...turn, presenter, signedInAt, overrunSeconds, missed, reason, submitted, due, waiting: waiting.map(({ name }) => name), moves };
  }

  private async stageOf(session: RoadshowSession): Promise<StageView> {
    const [call, presentations, serverTime] = await Promise.all([this.calls.get(session.callId), this.roadshows.presentations(session.id), this.time.now()]);
    const applications = new Map((await this.applications.many(presentations.map(({ applicationId }) => applicationId))).map((application) => [application.id, application]));
    return {
      sessionId: session.id, callId: call.id, callTitle: call.title, groupKey: session.groupKey, status: session.status, seed: session.seed, serverTime,
      warningSeconds: call.rulebook.roadshow!.warningSeconds, turns: presentations.map((presentation) => turnOf(presentation, applications.get(presentation.applicationId)!)),
    };
  }
}

const turnOf = ({ id, applicationId, position, status, phaseStartedAt, phaseEndsAt }: Presentation, { projectName, organisationName }: ApplicationView): TurnView => ({
  id, applicationId, position, projectName, organisationName, status, label: presentationLifecycle.label(status), phaseStartedAt, phaseEndsAt,
});
