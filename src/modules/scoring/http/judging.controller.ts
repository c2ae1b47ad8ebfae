import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { DeclareConflict } from '../handlers/declare-conflict.js';
import { KeepSheet } from '../handlers/keep-sheet.js';
import { ReadJudging } from '../handlers/read-judging.js';
import { JudgingView, QueueView, SheetView } from '../handlers/scoring.view.js';
import { mayJudge } from '../scoring.permissions.js';
import { ConflictBody, SheetBody } from './scoring.body.js';

@ApiTags('judging')
@Controller('judging')
export class JudgingController {
  constructor(
    private readonly read: ReadJudging,
    private readonly declaring: DeclareConflict,
    private readonly keeping: KeepSheet,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: [QueueView] })
  @Get('queue')
  queue(@CurrentActor() actor: Actor): Promise<QueueView[]> {
    return this.read.queue(actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: JudgingView })
  @Get(':seatId/:applicationId')
  sheet(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @CurrentActor() actor: Actor): Promise<JudgingView> {
    return this.read.sheet(seatId, applicationId, actor);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: JudgingView })
  @Post(':seatId/:applicationId/conflict')
  async declare(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: ConflictBody, @CurrentActor() actor: Actor): Promise<JudgingView> {
    await this.declaring.run(seatId, applicationId, body, actor);
    return this.read.sheet(seatId, applicationId, actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: SheetView })
  @Put(':seatId/:applicationId')
  async save(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: SheetBody, @CurrentActor() actor: Actor): Promise<SheetView> {
    return SheetView.of(seatId, applicationId, await this.keeping.save(seatId, applicationId, body, actor));
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiOkResponse({ type: SheetView })
  @Post(':seatId/:applicationId/submission')
  async submit(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Body() body: SheetBody, @CurrentActor() actor: Actor): Promise<SheetView> {
    return SheetView.of(seatId, applicationId, await this.keeping.submit(seatId, applicationId, body, actor));
  }
}
