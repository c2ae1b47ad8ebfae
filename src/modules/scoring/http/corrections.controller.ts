import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Identifier, Shown, Text, YesNo } from '#libs/http';
import { DecideCorrection, TellLateConflict } from '../handlers/correct-ranking.js';
import { CorrectionsView } from '../handlers/correction.view.js';
import { ReadCorrections } from '../handlers/read-corrections.js';
import { mayJudge, mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';

export class LateConflictBody {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class ToldConflictBody {
  @Identifier() seatId: string;
  @Identifier() applicationId: string;
  @Text({ min: 2, max: 500 }) reason: string;
}

export class DecideCorrectionBody {
  @YesNo() granted: boolean;
  @Text({ max: 500, optional: true }) note?: string;
}

export class LateConflictView {
  @Shown() id: string;
  @Shown() toldAt: Date;
}

/** A judge who learns of a conflict after the sealing. */
@ApiTags('judging')
@Controller('judging')
export class LateConflictController {
  constructor(private readonly telling: TellLateConflict) {}

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: LateConflictView })
  @Post(':seatId/:applicationId/late-conflict')
  async tell(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: LateConflictBody, @CurrentActor() actor: Actor): Promise<LateConflictView> {
    const { id, toldAt } = await this.telling.byJudge(seatId, applicationId, body.reason, actor);
    return { id, toldAt };
  }
}

/** Corrections of a sealed stage: one person tells, another decides. */
@ApiTags('scoring')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly reading: ReadCorrections,
    private readonly telling: TellLateConflict,
    private readonly deciding: DecideCorrection,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: CorrectionsView })
  @Get('calls/:callId/scoring/:stageKey/corrections')
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<CorrectionsView> {
    return this.reading.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: CorrectionsView })
  @Post('calls/:callId/scoring/:stageKey/corrections')
  async tell(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Body() body: ToldConflictBody, @CurrentActor() actor: Actor): Promise<CorrectionsView> {
    await this.telling.byOfficer(callId, body, actor);
    return this.reading.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: CorrectionsView })
  @Post('ranking-corrections/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideCorrectionBody, @CurrentActor() actor: Actor): Promise<CorrectionsView> {
    const { callId, stageKey } = await this.deciding.run(id, body, actor);
    return this.reading.run(callId, stageKey, actor);
  }
}
