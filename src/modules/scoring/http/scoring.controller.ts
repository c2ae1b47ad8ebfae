import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { BeginStage } from '../handlers/begin-stage.js';
import { NudgeJudges } from '../handlers/nudge-judges.js';
import { NudgedView, ProgressView, ScoringRoundView } from '../handlers/progress.view.js';
import { RankingView } from '../handlers/ranking.view.js';
import { ReadRanking } from '../handlers/read-ranking.js';
import { ReadRounds } from '../handlers/read-rounds.js';
import { ReadScoring } from '../handlers/read-scoring.js';
import { SealStage } from '../handlers/seal-ranking.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { NudgeBody } from './scoring.body.js';

@ApiTags('scoring')
@Controller()
export class ScoringRoundsController {
  constructor(private readonly rounds: ReadRounds) {}

  /** Every round with something to judge, newest first. */
  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [ScoringRoundView] })
  @Get('scoring-rounds')
  list(@CurrentActor() actor: Actor): Promise<ScoringRoundView[]> {
    return this.rounds.list(actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: ScoringRoundView })
  @Get('calls/:callId/scoring')
  one(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<ScoringRoundView> {
    return this.rounds.one(callId, actor);
  }
}

@ApiTags('scoring')
@Controller('calls/:callId/scoring/:stageKey')
export class ScoringController {
  constructor(
    private readonly read: ReadScoring,
    private readonly rankings: ReadRanking,
    private readonly beginning: BeginStage,
    private readonly sealing: SealStage,
    private readonly nudging: NudgeJudges,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: ProgressView })
  @Get()
  progress(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ProgressView> {
    return this.read.progress(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: ProgressView })
  @Post('beginning')
  async begin(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ProgressView> {
    await this.beginning.run(callId, stageKey, actor);
    return this.read.progress(callId, stageKey, actor);
  }

  /** Seals the stage, or with the last one the round. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: RankingView })
  @Post('sealing')
  async seal(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<RankingView> {
    const { stageKey: sealed } = await this.sealing.run(callId, stageKey, actor);
    return this.rankings.ranking(callId, sealed, actor);
  }

  /** Reminds the judges of what they have not handed in, each at most once an hour. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: NudgedView })
  @Post('nudges')
  nudge(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Body() body: NudgeBody, @CurrentActor() actor: Actor): Promise<NudgedView> {
    return this.nudging.run(callId, stageKey, body.seatIds, actor);
  }
}
