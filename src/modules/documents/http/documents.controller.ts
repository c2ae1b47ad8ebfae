import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Public, Requires, signedIn, type Actor } from '#libs/access';
import { invalid, say } from '#libs/errors';
import { attachmentHeader } from '#libs/files';
import { DocumentStateView, DocumentView } from '../handlers/document.view.js';
import { UploadDocument } from '../handlers/keep-document.js';
import { ReadDocument } from '../handlers/read-document.js';
import { ReleaseDocuments } from '../handlers/release-documents.js';
import { mayReleaseSomewhere } from '../documents.permissions.js';
import { ReleaseBody } from './documents.body.js';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly upload: UploadDocument,
    private readonly reading: ReadDocument,
    private readonly releasing: ReleaseDocuments,
  ) {}

  @Requires(signedIn)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: DocumentView })
  @Post()
  async create(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<DocumentView> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw invalid('file.missing', say('没有收到文件', 'No file was received'));
    return this.upload.run({ name: part.filename, content: part.file }, actor);
  }

  @Requires(signedIn)
  @ApiOkResponse({ type: DocumentStateView })
  @Get(':id')
  state(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DocumentStateView> {
    return this.reading.state(id, actor);
  }

  /** Lets through what nobody could scan. */
  @Requires(mayReleaseSomewhere)
  @ApiOkResponse({ type: [DocumentView] })
  @Post('releases')
  release(@Body() { ids, reason }: ReleaseBody, @CurrentActor() actor: Actor): Promise<DocumentView[]> {
    return this.releasing.run(ids, reason, actor);
  }

  @Public('Published documents are for everybody; for all others the handler asks who reads')
  @ApiProduces('application/octet-stream')
  @Get(':id/content')
  async content(@Param('id') id: string, @CurrentActor() actor: Actor | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { document, content } = await this.reading.run(id, actor);
    await reply
      .header('Content-Type', document.mediaType)
      .header('Content-Length', document.bytes)
      .header('Content-Disposition', attachmentHeader(document.name))
      .header('X-Content-Type-Options', 'nosniff')
      // Were it ever shown in place, it could run nothing and reach nothing.
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('Cross-Origin-Resource-Policy', 'same-origin')
      .send(content);
  }
}
