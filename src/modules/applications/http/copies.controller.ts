import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { mayRead } from '../applications.permissions.js';
import { CopyApplication } from '../handlers/copy-application.js';
import { CopyQuery } from './copy.query.js';

@ApiTags('applications')
@Controller('applications')
export class CopiesController {
  constructor(private readonly copying: CopyApplication) {}

  /** The application on paper, or with everything that was handed in. */
  @Requires(mayRead)
  @ApiProduces('application/pdf', 'application/zip')
  @Get(':id/copy')
  async copy(@Param('id') id: string, @Query() query: CopyQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes, content } = await this.copying.run(id, query, actor);
    await reply.header('Content-Type', mediaType).header('Content-Length', bytes).header('Content-Disposition', attachmentHeader(name)).send(content);
  }
}
