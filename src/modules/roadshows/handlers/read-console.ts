import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say, tell, type Sentence } from '#libs/errors';
import { ScoringFacade, type LiveProgress } from '#modules/scoring';
import { noSuchSession } from '../roadshows.errors.js';
import { presentationLifecycle, type TurnContext } from '../domain/presentation.lifecycle.js';
import type { Presentation, RoadshowSession } from '../domain/roadshow.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import { isOver, ReadRoadshow, type SeenSession } from './read-roadshow.js';
import type { ConsoleTurnView, ConsoleView, SessionMoveView, TurnMoveView, TurnView } from './roadshow.view.js';

const ON_STAGE = ['presenting', 'questions', 'scoring'];

const filled = (sentence: Sentence, facts: Record<string, unknown>): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));
const may = (refusal: Sentence | null): SessionMoveView => ({ allowed: refusal === null, reason: refusal });

/** The host’s console: who has not scored yet, who must leave the room, and what can be done now. */
@Injectable()
export class ReadConsole {
  constructor(
    private readonly roadshows: RoadshowStore,
    private readonly reading: ReadRoadshow,
    private readonly scoring: ScoringFacade,
  ) {}

  /** @throws DomainError `roadshow_absent` */
  async run(sessionId: string, actor: Actor): Promise<ConsoleView> {
    const session = await this.roadshows.find(sessionId);
    if (!session || !actor.holdsAt(session.nodePath, 'officer', 'auditor')) throw noSuchSession();
    const seen = await this.reading.see(session);
    const progress = await Promise.all(seen.presentations.map(({ applicationId }) => this.scoring.liveProgress(session.callId, session.stageKey, applicationId)));
    return {
      ...seen.stage, stageKey: session.stageKey, orderings: session.orderings, mine: actor.holdsAt(session.nodePath, 'officer'), protocol: seen.call.rulebook.roadshow!,
      judges: judgesIn(progress), start: may(startRefusal(seen)), close: { ...may(closeRefusal(seen)), needsReason: closeRefusal(seen) === null && awaitedIn(seen.presentations, progress) > 0 },
      turns: seen.presentations.map((presentation, at) => consoleTurn(presentation, seen.stage.turns[at]!, progress[at]!, contextOf(seen, presentation, progress, actor))),
    };
  }
}

/** Everybody who is due somewhere, once. */
function judgesIn(progress: readonly LiveProgress[]): string[] {
  const people = progress.flatMap(({ everybody }) => everybody.map(({ accountId, name }) => [accountId, name] as const));
  return [...new Map(people).values()];
}

function contextOf({ session, call, presentations, stage }: SeenSession, presentation: Presentation, progress: readonly LiveProgress[], actor: Actor): TurnContext {
  const { absence, calibrationPresentations } = call.rulebook.roadshow!;
  const pending = presentations.filter(({ status }) => status === 'scored').length + 1 < calibrationPresentations;
  return {
    absence, actor, now: stage.serverTime, sessionRunning: session.status === 'running', reason: undefined,
    stageTaken: presentations.some(({ id, status }) => id !== presentation.id && ON_STAGE.includes(status)),
    awaitedSheets: pending ? 0 : awaitedIn(presentations, progress),
  };
}

/** Sheets that are not handed in, of projects whose scores are open. */
const awaitedIn = (presentations: readonly Presentation[], progress: readonly LiveProgress[]): number =>
  progress.reduce((sum, { open, waiting }, at) => sum + (open && ['scoring', 'scored'].includes(presentations[at]!.status) ? waiting.length : 0), 0);

function consoleTurn(presentation: Presentation, turn: TurnView, progress: LiveProgress, context: TurnContext): ConsoleTurnView {
  const { presenter, signedInAt, overrunSeconds, missed, reason } = presentation;
  const { submitted, due, lastSubmittedAt } = progress;
  const names = (key: 'waiting' | 'recused' | 'undeclared') => progress[key].map(({ name }) => name);
  return {
    ...turn, presenter, signedInAt, overrunSeconds, missed, reason, submitted, due, lastSubmittedAt,
    waiting: names('waiting'), recused: names('recused'), undeclared: names('undeclared'), moves: movesOf(presentation, context),
  };
}

/** What a reason would make possible is possible: the host is asked for it. */
function movesOf(presentation: Presentation, context: TurnContext): TurnMoveView[] {
  const bare = new Map(presentationLifecycle.possible(presentation, context).map(({ move, verdict }) => [move, verdict.allowed]));
  return presentationLifecycle.possible(presentation, { ...context, reason: 'given with the move' }).map(({ move, label, verdict }) => ({
    move, label, allowed: verdict.allowed, needsReason: verdict.allowed && bare.get(move) === false, ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }),
  }));
}

function startRefusal({ session, presentations }: { session: RoadshowSession; presentations: readonly Presentation[] }): Sentence | null {
  if (session.status !== 'planned') return say('路演已经开始', 'The roadshow has begun already');
  return presentations.some(({ position }) => position === null) ? say('请先确定出场顺序', 'Draw the running order first') : null;
}

function closeRefusal({ session, presentations }: { session: RoadshowSession; presentations: readonly Presentation[] }): Sentence | null {
  if (session.status === 'planned') return say('路演尚未开始', 'The roadshow has not begun');
  if (session.status === 'closed') return say('本场路演已结束', 'This roadshow is over');
  const open = presentations.filter((one) => !isOver(one)).length;
  return open === 0 ? null : say(`还有 ${open} 个项目未完成路演`, `${open} projects have not had their turn`);
}
