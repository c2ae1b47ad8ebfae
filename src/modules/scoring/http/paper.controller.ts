import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { attachmentHeader, FILE_KINDS } from '#libs/files';
import { DeclareOnPaper } from '../handlers/declare-on-paper.js';
import { EnterPaper } from '../handlers/enter-paper.js';
import { FormUploadedView } from '../handlers/forms.view.js';
import { DownloadPaperForm, PAPER_FORMS, UploadPaperForm } from '../handlers/paper-forms.js';
import { PaperBookletView, PaperSeatView, PaperSheetView } from '../handlers/paper.view.js';
import { SeatView } from '../handlers/panel.view.js';
import { PrintPaper } from '../handlers/print-paper.js';
import { OpenScan, ReadPaperSeats, ReadPaperSheet } from '../handlers/read-paper.js';
import { SeatJudges } from '../handlers/seat-judges.js';
import { mayRunScoring, mayWatchScoring } from '../scoring.permissions.js';
import { uploaded } from './forms.controller.js';
import { GuestBody, PaperDeclarationsBody, PaperEntryBody, PaperFormQuery, ScanQuery } from './paper.body.js';
import { sendJudgedFile } from './send-judged-file.js';

/** Guest judges, who have no account: their seats, their declarations, and what is printed for them. */
@ApiTags('scoring')
@Controller('calls/:callId')
export class PaperSeatsController {
  constructor(
    private readonly seating: SeatJudges,
    private readonly reading: ReadPaperSeats,
    private readonly declaring: DeclareOnPaper,
    private readonly printing: PrintPaper,
  ) {}

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: SeatView })
  @Post('panels/:stageKey/:blocKey/guests')
  async guest(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @Param('blocKey') blocKey: string, @Body() body: GuestBody, @CurrentActor() actor: Actor): Promise<SeatView> {
    return SeatView.of(await this.seating.guest({ callId, stageKey, blocKey }, body, actor));
  }

  @Requires(mayWatchScoring)
  @ApiOkResponse({ type: [PaperSeatView] })
  @Get('scoring/:stageKey/paper')
  list(@Param('callId') callId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<PaperSeatView[]> {
    return this.reading.run(callId, stageKey, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(204)
  @Post('paper-seats/:seatId/declarations')
  async declare(@Param('callId') callId: string, @Param('seatId') seatId: string, @Body() body: PaperDeclarationsBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.declaring.run(callId, seatId, body, actor);
  }

  /** Gives the sheets their codes and answers what is to be printed. */
  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: PaperBookletView })
  @Post('paper-seats/:seatId/booklet')
  print(@Param('callId') callId: string, @Param('seatId') seatId: string, @CurrentActor() actor: Actor): Promise<PaperBookletView> {
    return this.printing.run(callId, seatId, actor);
  }
}

/** What members of staff read on paper sheets, and bring in. */
@ApiTags('scoring')
@Controller('calls/:callId')
export class PaperController {
  constructor(
    private readonly reading: ReadPaperSheet,
    private readonly entering: EnterPaper,
    private readonly scans: OpenScan,
    private readonly downloading: DownloadPaperForm,
    private readonly uploading: UploadPaperForm,
  ) {}

  @Requires(mayRunScoring)
  @ApiOkResponse({ type: PaperSheetView })
  @Get('paper-sheets/:code')
  sheet(@Param('callId') callId: string, @Param('code') code: string, @CurrentActor() actor: Actor): Promise<PaperSheetView> {
    return this.reading.run(callId, code, actor);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiOkResponse({ type: PaperSheetView })
  @Put('paper-sheets/:code/entry')
  async enter(@Param('callId') callId: string, @Param('code') code: string, @Body() { entries, comment, abstained, scanId }: PaperEntryBody, @CurrentActor() actor: Actor): Promise<PaperSheetView> {
    await this.entering.run(callId, code, { said: { entries, comment, confidence: null, ...(abstained ? { abstained } : {}) }, scanId, byFile: false }, actor);
    return this.reading.run(callId, code, actor);
  }

  @Requires(mayRunScoring)
  @ApiProduces('application/octet-stream')
  @Get('paper-seats/:seatId/scans/:scanId')
  async scan(@Param('callId') callId: string, @Param('seatId') seatId: string, @Param('scanId') scanId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendJudgedFile(reply, await this.scans.run(callId, seatId, scanId, actor));
  }

  @Requires(mayRunScoring)
  @ApiProduces(...PAPER_FORMS.map((kind) => FILE_KINDS[kind].mime))
  @Get('paper-seats/:seatId/form')
  async download(@Param('callId') callId: string, @Param('seatId') seatId: string, @Query() { kind = 'xlsx' }: PaperFormQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.downloading.run({ callId, seatId, kind }, actor);
    await reply.header('Content-Type', FILE_KINDS[kind].mime).header('Content-Disposition', attachmentHeader(name)).send(content);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: FormUploadedView })
  @Post('paper-seats/:seatId/form')
  async upload(@Param('callId') callId: string, @Param('seatId') seatId: string, @Query() { scanId }: ScanQuery, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<FormUploadedView> {
    return this.uploading.run({ callId, seatId, scanId }, await uploaded(request), actor);
  }
}
