import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { BeginStage } from '../handlers/begin-stage.js';
import { ReadScoring } from '../handlers/read-scoring.js';
import { SealStage } from '../handlers/seal-ranking.js';
import { SeatJudges } from '../handlers/seat-judges.js';
import { ProgressView, RankingView, SeatView } from '../handlers/scoring.view.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { DrawJudgesBody, NameJudgeBody } from './scoring.body.js';

@ApiTags('scoring')
@Controller('calls/:callId')
export class ScoringController {
  constructor(
    private readonly read: ReadScoring,
    private readonly seating: SeatJudges,
    private readonly beginning: BeginStage,
    private readonly sealing: SealStage,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: Object, isArray: true })
  @Get('judge-pool')
  pool(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.read.pool(callId, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [SeatView] })
  @Get('panel-seats')
  seats(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<SeatView[]> {
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

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: ProgressView })
  @Get('scoring/:stageKey')
  progress(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ProgressView> {
    return this.read.progress(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: ProgressView })
  @Post('scoring/:stageKey/beginning')
  async begin(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ProgressView> {
    await this.beginning.run(callId, stageKey, actor);
    return this.read.progress(callId, stageKey, actor);
  }

  /** Seals the stage, or with the last one the round. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: RankingView })
  @Post('scoring/:stageKey/sealing')
  async seal(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    return RankingView.of(await this.sealing.run(callId, stageKey, actor));
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: RankingView })
  @Get('ranking')
  ranking(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    return this.read.ranking(callId, null, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: RankingView })
  @Get('scoring/:stageKey/ranking')
  stageRanking(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    return this.read.ranking(callId, stageKey, actor);
  }
}

@ApiTags('public')
@Controller('public/rankings')
export class PublicRankingController {
  constructor(private readonly read: ReadScoring) {}

  @Public('Anybody may recompute a published ranking from its manifest')
  @ApiOkResponse({ type: RankingView })
  @Get(':callId')
  one(@Param('callId') callId: string): Promise<RankingView> {
    return this.read.published(callId);
  }
}
