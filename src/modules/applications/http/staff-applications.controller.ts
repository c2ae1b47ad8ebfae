import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { attachmentHeader } from '#libs/files';
import { mayReadAsStaff } from '../applications.permissions.js';
import { ExportApplications } from '../handlers/export-applications.js';
import { ReadForStaff } from '../handlers/read-for-staff.js';
import { ApplicationPage, CallCountsView, NeighboursView } from '../handlers/staff.view.js';
import { ApplicationsQuery, CountsQuery, ExportQuery, FilterQuery } from './applications.body.js';

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

@ApiTags('applications')
@Controller()
export class StaffApplicationsController {
  constructor(
    private readonly read: ReadForStaff,
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
    const { name, content } = await this.exporting.run(actor, query, query);
    await reply.header('Content-Type', TYPES[query.format]).header('Content-Disposition', attachmentHeader(name)).send(content);
  }

  /** For the line of a round: how many stand where. */
  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: [CallCountsView] })
  @Get('application-counts')
  counts(@Query() query: CountsQuery, @CurrentActor() actor: Actor): Promise<CallCountsView[]> {
    return this.read.counts(actor, query.callId);
  }

  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: NeighboursView })
  @Get('applications/:id/neighbours')
  neighbours(@Param('id') id: string, @Query() filter: FilterQuery, @CurrentActor() actor: Actor): Promise<NeighboursView> {
    return this.read.neighbours(id, actor, filter);
  }
}
