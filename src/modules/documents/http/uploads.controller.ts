import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Requires, signedIn, type Actor } from '#libs/access';
import { invalid, say } from '#libs/errors';
import { DocumentView } from '../handlers/document.view.js';
import { ResumeUpload, UploadView } from '../handlers/resume-upload.js';
import { BeginUploadBody } from './documents.body.js';

/** Files that come in parts, so that a lost connection costs one part and not the file. */
@ApiTags('documents')
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: ResumeUpload) {}

  @Requires(signedIn)
  @ApiOkResponse({ type: UploadView })
  @Post()
  begin(@Body() body: BeginUploadBody, @CurrentActor() actor: Actor): Promise<UploadView> {
    return this.uploads.begin(body, actor);
  }

  @Requires(signedIn)
  @ApiOkResponse({ type: UploadView })
  @Get(':id')
  state(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<UploadView> {
    return this.uploads.state(id, actor);
  }

  @Requires(signedIn)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UploadView })
  @Put(':id/parts/:start')
  part(@Param('id') id: string, @Param('start', ParseIntPipe) start: number, @Req() { body }: FastifyRequest, @CurrentActor() actor: Actor): Promise<UploadView> {
    if (!Buffer.isBuffer(body)) throw invalid('part_missing', say('没有收到文件片段', 'No part of a file was received'));
    return this.uploads.addPart(id, start, body, actor);
  }

  @Requires(signedIn)
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentView })
  @Post(':id/completion')
  complete(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DocumentView> {
    return this.uploads.complete(id, actor);
  }
}
