import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Calibrate, ReadCalibration, SetCalibration } from '../handlers/calibrate.js';
import { CalibrationChoiceView, CalibrationDueView, CalibrationSheetView, CalibrationView } from '../handlers/calibration.view.js';
import { mayJudge, mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { CalibrationBody } from './around.body.js';
import { SheetBody } from './scoring.body.js';

/** A judge scores the calibration application of her panel. */
@ApiTags('judging')
@Controller('calibration')
export class OwnCalibrationController {
  constructor(private readonly calibrating: Calibrate) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: [CalibrationDueView] })
  @Get()
  mine(@CurrentActor() actor: Actor): Promise<CalibrationDueView[]> {
    return this.calibrating.mine(actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: CalibrationSheetView })
  @Get(':seatId')
  sheet(@Param('seatId') seatId: string, @CurrentActor() actor: Actor): Promise<CalibrationSheetView> {
    return this.calibrating.sheet(seatId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: CalibrationSheetView })
  @Put(':seatId')
  async save(@Param('seatId') seatId: string, @Body() body: SheetBody, @CurrentActor() actor: Actor): Promise<CalibrationSheetView> {
    await this.calibrating.keep(seatId, body, 'draft', actor);
    return this.calibrating.sheet(seatId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: CalibrationSheetView })
  @Post(':seatId/submission')
  async submit(@Param('seatId') seatId: string, @Body() body: SheetBody, @CurrentActor() actor: Actor): Promise<CalibrationSheetView> {
    await this.calibrating.keep(seatId, body, 'submit', actor);
    return this.calibrating.sheet(seatId, actor);
  }
}

/** Officers name the calibration application and see how the panel spreads on it. */
@ApiTags('scoring')
@Controller('calls/:callId')
export class CalibrationController {
  constructor(
    private readonly reading: ReadCalibration,
    private readonly setting: SetCalibration,
  ) {}

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [CalibrationView] })
  @Get('scoring/:stageKey/calibration')
  stage(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<CalibrationView[]> {
    return this.reading.stage(callId, stageKey, actor);
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [CalibrationChoiceView] })
  @Get('calibration-choices')
  choices(@Param('callId') callId: string, @CurrentActor() actor: Actor): Promise<CalibrationChoiceView[]> {
    return this.reading.choices(callId, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Put('scoring/:stageKey/calibration/:blocKey')
  async set(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: CalibrationBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.setting.run(callId, stageKey, blocKey, body.applicationId, actor);
  }
}
