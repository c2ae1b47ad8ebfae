import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { CommitDraw, ReadDraws } from '../handlers/draw-panel.js';
import { NamedSeatView, PanelDrawView, PoolMemberView, SeatView } from '../handlers/panel.view.js';
import { ReadPanels } from '../handlers/read-scoring.js';
import { SeatJudges } from '../handlers/seat-judges.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { DrawJudgesBody, NameJudgeBody, RevealDrawBody } from './scoring.body.js';

@ApiTags('scoring')
@Controller('calls/:callId')
export class SeatsController {
  constructor(
    private readonly read: ReadPanels,
    private readonly seating: SeatJudges,
    private readonly drawing: CommitDraw,
    private readonly reading: ReadDraws,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [PoolMemberView] })
  @Get('judge-pool')
  pool(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<PoolMemberView[]> {
    return this.read.pool(callId, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [NamedSeatView] })
  @Get('panel-seats')
  seats(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<NamedSeatView[]> {
    return this.read.seats(callId, actor);
  }

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: SeatView })
  @Post('panels/:stageKey/:blocKey/seats')
  async name(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: NameJudgeBody, @CurrentActor() actor: Actor): Promise<SeatView> {
    return SeatView.of(await this.seating.name({ callId, stageKey, blocKey }, body.accountId, actor));
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [PanelDrawView] })
  @Get('panels/:stageKey/:blocKey/draws')
  draws(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @CurrentActor() actor: Actor): Promise<PanelDrawView[]> {
    return this.reading.run({ callId, stageKey, blocKey }, actor);
  }

  /** Fixes the pool and a secret, whose hash is published before the number that decides the draw is known. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: [PanelDrawView] })
  @Post('panels/:stageKey/:blocKey/draws')
  async commitDraw(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: DrawJudgesBody, @CurrentActor() actor: Actor): Promise<PanelDrawView[]> {
    await this.drawing.run({ callId, stageKey, blocKey }, body, actor);
    return this.reading.run({ callId, stageKey, blocKey }, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: [PanelDrawView] })
  @Post('panel-draws/:drawId/revelation')
  async revealDraw(@Param('callId') callId: string, @Param('drawId') drawId: string, @Body() body: RevealDrawBody, @CurrentActor() actor: Actor): Promise<PanelDrawView[]> {
    return this.reading.run(await this.drawing.reveal(callId, drawId, body.publicValue, actor), actor);
  }
}
