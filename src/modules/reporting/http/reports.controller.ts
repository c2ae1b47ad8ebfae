import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ListQuery } from '#libs/http';
import { AskReport } from '../handlers/ask-report.js';
import { ReadReports } from '../handlers/read-reports.js';
import { ReportPage, ReportView } from '../handlers/report.view.js';
import { mayReadReports, mayReport } from '../reporting.permissions.js';
import { AskReportBody } from './reporting.body.js';

@ApiTags('reporting')
@Controller()
export class ReportsController {
  constructor(
    private readonly asking: AskReport,
    private readonly read: ReadReports,
  ) {}

  /** The report is made by a worker; its progress is read at `/reports/:id`. */
  @Requires(mayReport)
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ReportView })
  @Post('calls/:id/reports')
  async ask(@Param('id') id: string, @Body() body: AskReportBody, @CurrentActor() actor: Actor): Promise<ReportView> {
    return this.read.view(await this.asking.run(id, body, actor), actor);
  }

  /** Newest first. */
  @Requires(mayReadReports)
  @ApiOkResponse({ type: ReportPage })
  @Get('calls/:id/reports')
  list(@Param('id') id: string, @Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<ReportPage> {
    return this.read.ofCall(id, query, actor);
  }

  @Requires(mayReadReports)
  @ApiOkResponse({ type: ReportView })
  @Get('reports/:id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ReportView> {
    return this.read.one(id, actor);
  }

  /** Asks again for a report that could not be made. */
  @Requires(mayReport)
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ReportView })
  @Post('reports/:id/retry')
  async retry(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ReportView> {
    return this.read.view(await this.asking.retry(id, actor), actor);
  }
}
