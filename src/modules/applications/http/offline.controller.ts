import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Public, Requires, type Actor } from '#libs/access';
import { invalid, say } from '#libs/errors';
import { attachmentHeader, FILE_KINDS } from '#libs/files';
import { OneOf } from '#libs/http';
import { mayApply } from '../applications.permissions.js';
import { OfflineReadingView } from '../handlers/offline.view.js';
import { OfflinePackage, type OfflineFile } from '../handlers/offline-package.js';

/** The language of the page that asks; hers where it does not say. */
export class OfflineFileQuery {
  @OneOf(['zh', 'en'], { optional: true }) language?: 'zh' | 'en';
}

/** A form that is filled in without a network. */
@ApiTags('applications')
@Controller()
export class OfflineController {
  constructor(private readonly offline: OfflinePackage) {}

  @Requires(mayApply)
  @ApiProduces(FILE_KINDS.docx.mime)
  @Get('applications/:id/offline-form')
  async form(@Param('id') id: string, @Query() { language }: OfflineFileQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.offline.form(id, language ?? actor.language, actor), FILE_KINDS.docx.mime);
  }

  @Requires(mayApply)
  @ApiProduces(FILE_KINDS.xlsx.mime)
  @Get('applications/:id/offline-budget')
  async budget(@Param('id') id: string, @Query() { language }: OfflineFileQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.offline.budget(id, language ?? actor.language, actor), FILE_KINDS.xlsx.mime);
  }

  @Requires(mayApply)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: OfflineReadingView })
  @Post('applications/:id/offline-reading')
  async read(@Param('id') id: string, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<OfflineReadingView> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw invalid('file.missing', say('没有收到文件', 'No file was received'));
    return this.offline.read(id, { name: part.filename, content: part.file }, actor);
  }

  @Public('Whoever thinks of applying may read and keep all questions before she has an account')
  @ApiProduces(FILE_KINDS.docx.mime)
  @Get('public/calls/:id/offline-form')
  async blank(@Param('id') id: string, @Query() { language = 'zh' }: OfflineFileQuery, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.offline.blank(id, language), FILE_KINDS.docx.mime);
  }
}

async function send(reply: FastifyReply, { name, content }: OfflineFile, type: string): Promise<void> {
  await reply.header('Content-Type', type).header('Content-Disposition', attachmentHeader(name)).header('X-Content-Type-Options', 'nosniff').send(content);
}
