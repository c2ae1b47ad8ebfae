import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { NamedSeatView, PoolMemberView, SeatView } from '../handlers/panel.view.js';
import { ReadPanels } from '../handlers/read-scoring.js';
import { SeatJudges } from '../handlers/seat-judges.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { DrawJudgesBody, NameJudgeBody } from './scoring.body.js';

@ApiTags('scoring')
@Controller('calls/:callId')
export class SeatsController {
  constructor(
    private readonly read: ReadPanels,
    private readonly seating: SeatJudges,
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

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: [SeatView] })
  @Post('panels/:stageKey/:blocKey/draw')
  async draw(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: DrawJudgesBody, @CurrentActor() actor: Actor): Promise<SeatView[]> {
    return (await this.seating.draw({ callId, stageKey, blocKey }, body, actor)).map((seat) => SeatView.of(seat));
  }
}
