import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { mayReadAsStaff, mayScreen } from '../applications.permissions.js';
import { ApplicationDetail } from '../handlers/application.view.js';
import { ExportApplications } from '../handlers/export-applications.js';
import { ApplicationPage, ReadApplications } from '../handlers/read-applications.js';
import { CheckRules, ScreenApplication } from '../handlers/screen-application.js';
import { ApplicationsQuery, ChecksBody, ExportQuery, ScreeningBody } from './applications.body.js';

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

@ApiTags('screening')
@Controller()
export class ScreeningController {
  constructor(
    private readonly read: ReadApplications,
    private readonly checking: CheckRules,
    private readonly screening: ScreenApplication,
    private readonly exporting: ExportApplications,
  ) {}

  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: ApplicationPage })
  @Get('applications')
  list(@Query() query: ApplicationsQuery, @CurrentActor() actor: Actor): Promise<ApplicationPage> {
    return this.read.list(actor, query, query);
  }

  @Requires(mayReadAsStaff)
  @ApiProduces(...Object.values(TYPES))
  @Get('applications-export')
  async export(@Query() query: ExportQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await reply.header('Content-Type', TYPES[query.format]).header('Content-Disposition', attachmentHeader(`申报.${query.format}`))
      .send(this.exporting.run(actor, query, query.format));
  }

  @Requires(mayScreen)
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post('applications/:id/checks')
  async check(@Param('id') id: string, @Body() body: ChecksBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.checking.run(id, body.checks, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayScreen)
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post('applications/:id/screening')
  async screen(@Param('id') id: string, @Body() body: ScreeningBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.screening.run(id, body, actor);
    return this.read.one(id, actor);
  }
}
