import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { DeclareConflict } from '../handlers/declare-conflict.js';
import { KeepSheet } from '../handlers/keep-sheet.js';
import { GridView, JudgingView, QueueView, SheetView } from '../handlers/judging.view.js';
import { ReadJudging } from '../handlers/read-judging.js';
import { ReadQueue } from '../handlers/read-queue.js';
import { mayJudge } from '../scoring.permissions.js';
import { ConflictBody, SheetBody } from './scoring.body.js';
import { sendJudgedFile } from './send-judged-file.js';

@ApiTags('judging')
@Controller('judging')
export class JudgingController {
  constructor(
    private readonly queues: ReadQueue,
    private readonly read: ReadJudging,
    private readonly declaring: DeclareConflict,
    private readonly keeping: KeepSheet,
  ) {}

  @Requires(mayJudge)
  @ApiOkResponse({ type: [QueueView] })
  @Get('queue')
  queue(@CurrentActor() actor: Actor): Promise<QueueView[]> {
    return this.queues.queue(actor);
  }

  @Requires(mayJudge)
  @ApiOkResponse({ type: GridView })
  @Get(':seatId/sheets')
  grid(@Param('seatId') seatId: string, @CurrentActor() actor: Actor): Promise<GridView> {
    return this.queues.grid(seatId, actor);
  }

  @Requires(mayJudge)
  @ApiProduces('application/octet-stream')
  @Get(':seatId/:applicationId/files/:documentId')
  async file(@Param('seatId') seatId: string, @Param('applicationId') applicationId: string, @Param('documentId') documentId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendJudgedFile(reply, await this.read.file(seatId, applicationId, documentId, actor));
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
