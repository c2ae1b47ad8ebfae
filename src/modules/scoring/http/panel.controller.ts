import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { SettleConflict } from '../handlers/declare-conflict.js';
import { RecordOutsideScore } from '../handlers/record-outside-score.js';
import { UnseatJudge } from '../handlers/seat-judges.js';
import { OutsideScoresView, SeatView } from '../handlers/panel.view.js';
import { ReadOutsideScores } from '../handlers/read-outside-scores.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { OutsideScoreBody, SettleConflictBody, UnseatBody } from './scoring.body.js';

@ApiTags('scoring')
@Controller()
export class PanelController {
  constructor(
    private readonly unseating: UnseatJudge,
    private readonly settling: SettleConflict,
    private readonly recording: RecordOutsideScore,
    private readonly outside: ReadOutsideScores,
  ) {}

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: SeatView })
  @Post('panel-seats/:seatId/unseating')
  async unseat(@Param('seatId') seatId: string, @Body() body: UnseatBody, @CurrentActor() actor: Actor): Promise<SeatView> {
    return SeatView.of(await this.unseating.run(seatId, body.reason, actor));
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('panel-seats/:seatId/conflicts/:applicationId')
  async settle(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: SettleConflictBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.settling.run(seatId, applicationId, body, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: OutsideScoresView })
  @Get('calls/:callId/outside-scores')
  outsideScores(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<OutsideScoresView> {
    return this.outside.run(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @ApiNoContentResponse()
  @Post('calls/:callId/outside-scores')
  async record(@Param('callId') callId: string, @Body() body: OutsideScoreBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.recording.run(callId, body, actor);
  }
}
