import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { invalid, say } from '#libs/errors';
import { FormUploadedView } from '../handlers/forms.view.js';
import { ImportOutsideScores, OutsideTemplate } from '../handlers/import-outside-scores.js';
import { OutsideScoresView } from '../handlers/panel.view.js';
import { ReadOutsideScores } from '../handlers/read-outside-scores.js';
import { DownloadForm, UploadForm } from '../handlers/score-forms.js';
import { mayJudge, mayRunScoring } from '../scoring.permissions.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } as const;

export async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) throw invalid('file.missing', say('没有收到文件', 'No file was received'));
  return part.toBuffer();
}

/** A judge's sheets as a workbook, for where there is no network. */
@ApiTags('judging')
@Controller('judging/:seatId/form')
export class FormsController {
  constructor(
    private readonly downloading: DownloadForm,
    private readonly uploading: UploadForm,
  ) {}

  @Requires(mayJudge)
  @ApiProduces(XLSX)
  @Get()
  async download(@Param('seatId') seatId: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.downloading.run(seatId, actor);
    await reply.header('Content-Type', XLSX).header('Content-Disposition', attachmentHeader(name)).send(content);
  }

  @Requires(mayJudge)
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOkResponse({ type: FormUploadedView })
  @Post()
  async upload(@Param('seatId') seatId: string, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<FormUploadedView> {
    return this.uploading.run(seatId, await uploaded(request), actor);
  }
}

/** Scores that no judge gives, many at once. */
@ApiTags('scoring')
@Controller('calls/:callId/outside-scores/:source')
export class OutsideImportController {
  constructor(
    private readonly template: OutsideTemplate,
    private readonly importing: ImportOutsideScores,
    private readonly reading: ReadOutsideScores,
  ) {}

  @Requires(mayRunScoring)
  @ApiProduces(XLSX)
  @Get('template')
  async blank(@Param('callId') callId: string, @Param('source') source: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.template.run(callId, source, actor);
    await reply.header('Content-Type', XLSX).header('Content-Disposition', attachmentHeader(name)).send(content);
  }

  @Requires(mayRunScoring)
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOkResponse({ type: OutsideScoresView })
  @Post('import')
  async take(@Param('callId') callId: string, @Param('source') source: string, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<OutsideScoresView> {
    await this.importing.run(callId, source, await uploaded(request), actor);
    return this.reading.run(callId, actor);
  }
}
