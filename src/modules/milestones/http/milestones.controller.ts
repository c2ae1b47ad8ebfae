import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { DecideReport } from '../handlers/decide-report.js';
import { KeepReport } from '../handlers/keep-report.js';
import { MilestoneDetail, MilestonePage, MilestoneRow } from '../handlers/milestone.view.js';
import { ReadMilestones } from '../handlers/read-milestones.js';
import { RemindOfReport } from '../handlers/remind-of-report.js';
import { mayDecide, mayRead, mayWrite } from '../milestones.permissions.js';
import { DecideReportBody, KeepReportBody, MilestonesQuery, ReportBody } from './milestones.body.js';

@ApiTags('milestones')
@Controller()
export class MilestonesController {
  constructor(
    private readonly read: ReadMilestones,
    private readonly keeping: KeepReport,
    private readonly deciding: DecideReport,
    private readonly reminding: RemindOfReport,
  ) {}

  /** What is due first comes first: of the actor's places, or of her organisations. */
  @Requires(mayRead)
  @ApiOkResponse({ type: MilestonePage })
  @Get('milestones')
  list(@Query() query: MilestonesQuery, @CurrentActor() actor: Actor): Promise<MilestonePage> {
    return this.read.list(actor, query, query);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [MilestoneRow] })
  @Get('projects/:projectId/milestones')
  ofProject(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<MilestoneRow[]> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: MilestoneDetail })
  @Get('milestones/:id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    return this.read.one(id, actor);
  }

  @Requires(mayWrite)
  @ApiOkResponse({ type: MilestoneDetail })
  @Put('milestones/:id/report')
  async save(@Param('id') id: string, @Body() { report, version }: KeepReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.keeping.save(id, ReportBody.plain(report), version, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayWrite)
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post('milestones/:id/submission')
  async submit(@Param('id') id: string, @Body() { report, version }: KeepReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.keeping.submit(id, ReportBody.plain(report), version, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayDecide)
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post('milestones/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.deciding.run(id, body, actor);
    return this.read.one(id, actor);
  }

  /** Asks the grantee for a report that is late, once a day at most. */
  @Requires(mayDecide)
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post('milestones/:id/reminder')
  async remind(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.reminding.run(id, actor);
    return this.read.one(id, actor);
  }
}
