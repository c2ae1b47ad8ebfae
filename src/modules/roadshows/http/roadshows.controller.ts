import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Public, Requires, type Actor } from '#libs/access';
import { IdentifierList, OneOf, Whole, Text, YesNo } from '#libs/http';
import { CloseSession } from '../handlers/close-session.js';
import { OrderPresentations, PlanRoadshow } from '../handlers/plan-roadshow.js';
import { ReadConsole } from '../handlers/read-console.js';
import { ReadHall } from '../handlers/read-hall.js';
import { ReadRoadshow } from '../handlers/read-roadshow.js';
import { ConsoleView, HallView, SessionRowView, StageView } from '../handlers/roadshow.view.js';
import { RunSession } from '../handlers/run-session.js';
import { TakeTurn } from '../handlers/take-turn.js';
import type { PresentationMove } from '../domain/presentation.lifecycle.js';

const MOVES = ['present', 'question', 'score', 'finish', 'rescore', 'postpone', 'forfeit'] as const;

export class OrderBody {
  @Text({ min: 2, max: 200, optional: true, description: '抽签种子 the seed of the draw' }) seed?: string;
  @IdentifierList({ max: 500, optional: true, description: '手工顺序（申报编号） the order by hand' }) order?: string[];
  @Whole({ min: 0, max: 1_000_000, optional: true, description: '看到的已定次数 how often the order had been set when it was looked at' }) orderings?: number;
}

export class PresenterBody {
  @Text({ max: 60 }) name: string;
  @YesNo({ description: '是否代为汇报 presents for somebody else' }) substitute: boolean;
}

export class CloseBody {
  @Text({ min: 2, max: 500, optional: true, description: '有评分未提交时的原因 why it is closed though sheets are missing' }) reason?: string;
}

export class TurnBody {
  @OneOf(MOVES) move: PresentationMove;
  @Text({ min: 2, max: 500, optional: true }) reason?: string;
}

const mayHost = hasRole('officer');
const mayWatch = hasRole('officer', 'auditor');
const mayJudge = hasRole('expert', 'roadshow_judge');

@ApiTags('roadshows')
@Controller()
export class RoadshowsController {
  constructor(
    private readonly read: ReadRoadshow,
    private readonly consoles: ReadConsole,
    private readonly planning: PlanRoadshow,
    private readonly ordering: OrderPresentations,
  ) {}

  @Requires(mayHost)
  @ApiOkResponse({ type: [StageView] })
  @Post('calls/:callId/roadshow')
  async plan(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<StageView[]> {
    await this.planning.run(callId, actor);
    return this.read.ofCall(callId, actor);
  }

  @Requires(mayWatch)
  @ApiOkResponse({ type: [StageView] })
  @Get('calls/:callId/roadshow')
  ofCall(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<StageView[]> {
    return this.read.ofCall(callId, actor);
  }

  /** Every roadshow of the reader's places, newest first. */
  @Requires(mayWatch)
  @ApiOkResponse({ type: [SessionRowView] })
  @Get('roadshow-sessions')
  list(@CurrentActor() actor: Actor): Promise<SessionRowView[]> {
    return this.read.list(actor);
  }

  @Requires(mayWatch)
  @ApiOkResponse({ type: ConsoleView })
  @Get('roadshow-sessions/:id')
  console(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ConsoleView> {
    return this.consoles.run(id, actor);
  }

  @Requires(mayHost)
  @HttpCode(200)
  @ApiOkResponse({ type: ConsoleView })
  @Post('roadshow-sessions/:id/order')
  async order(@Param('id') id: string, @Body() body: OrderBody, @CurrentActor() actor: Actor): Promise<ConsoleView> {
    await this.ordering.run(id, body, actor);
    return this.consoles.run(id, actor);
  }
}

@ApiTags('roadshows')
@Controller()
export class HallsController {
  constructor(
    private readonly consoles: ReadConsole,
    private readonly running: RunSession,
    private readonly closing: CloseSession,
  ) {}

  @Requires(mayHost)
  @HttpCode(200)
  @ApiOkResponse({ type: ConsoleView })
  @Post('roadshow-sessions/:id/start')
  async start(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ConsoleView> {
    await this.running.start(id, actor);
    return this.consoles.run(id, actor);
  }

  @Requires(mayHost)
  @HttpCode(200)
  @ApiOkResponse({ type: ConsoleView })
  @Post('roadshow-sessions/:id/close')
  async close(@Param('id') id: string, @Body() { reason }: CloseBody, @CurrentActor() actor: Actor): Promise<ConsoleView> {
    await this.closing.run(id, reason, actor);
    return this.consoles.run(id, actor);
  }
}

@ApiTags('roadshows')
@Controller()
export class TurnsController {
  constructor(
    private readonly read: ReadRoadshow,
    private readonly halls: ReadHall,
    private readonly running: RunSession,
    private readonly turns: TakeTurn,
  ) {}

  @Requires(mayHost)
  @HttpCode(204)
  @Post('presentations/:id/sign-in')
  async signIn(@Param('id') id: string, @Body() body: PresenterBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.running.signIn(id, body, actor);
  }

  @Requires(mayHost)
  @HttpCode(204)
  @Post('presentations/:id/moves')
  async move(@Param('id') id: string, @Body() { move, reason }: TurnBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.turns.run(id, move, reason, actor);
  }

  /** What a judge's phone follows: the halls in which she sits. */
  @Requires(mayJudge)
  @ApiOkResponse({ type: [HallView] })
  @Get('roadshow-judging')
  hall(@CurrentActor() actor: Actor): Promise<HallView[]> {
    return this.halls.run(actor);
  }

  @Public('The screen in the hall: the order, who is on and the clock')
  @ApiOkResponse({ type: StageView })
  @Get('public/roadshows/:id')
  stage(@Param('id') id: string): Promise<StageView> {
    return this.read.stage(id);
  }
}
