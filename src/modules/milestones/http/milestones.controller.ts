import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { DecideReport } from '../handlers/decide-report.js';
import { KeepReport } from '../handlers/keep-report.js';
import { EvaluationView, MilestoneDetail, MilestoneRow, ReadMilestones, STAFF } from '../handlers/read-milestones.js';
import { RecordEvaluation } from '../handlers/record-evaluation.js';
import { DecideReportBody, EvaluationBody, KeepReportBody, MilestonesQuery } from './milestones.body.js';

const mayRead = hasRole(...STAFF, 'applicant');

@ApiTags('milestones')
@Controller('milestones')
export class MilestonesController {
  constructor(
    private readonly read: ReadMilestones,
    private readonly keeping: KeepReport,
    private readonly deciding: DecideReport,
  ) {}

  /** What is due first comes first: of the actor's places, or of her organisations. */
  @Requires(mayRead)
  @ApiOkResponse({ type: [MilestoneRow] })
  @Get()
  list(@Query() query: MilestonesQuery, @CurrentActor() actor: Actor): Promise<Page<MilestoneRow>> {
    return this.read.list(actor, query, query.status);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: MilestoneDetail })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    return this.read.one(id, actor);
  }

  @Requires(hasRole('applicant'))
  @ApiOkResponse({ type: MilestoneDetail })
  @Put(':id/report')
  async save(@Param('id') id: string, @Body() body: KeepReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.keeping.save(id, body.report, body.version, actor);
    return this.read.one(id, actor);
  }

  @Requires(hasRole('applicant'))
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post(':id/submission')
  async submit(@Param('id') id: string, @Body() body: KeepReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.keeping.submit(id, body.report, body.version, actor);
    return this.read.one(id, actor);
  }

  @Requires(hasRole('officer', 'evaluator'))
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post(':id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideReportBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.deciding.run(id, body, actor);
    return this.read.one(id, actor);
  }
}

@ApiTags('milestones')
@Controller('projects/:projectId')
export class EvaluationsController {
  constructor(
    private readonly read: ReadMilestones,
    private readonly recording: RecordEvaluation,
  ) {}

  @Requires(mayRead)
  @ApiOkResponse({ type: [MilestoneRow] })
  @Get('milestones')
  ofProject(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<MilestoneRow[]> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [EvaluationView] })
  @Get('evaluations')
  evaluations(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<EvaluationView[]> {
    return this.read.evaluations(projectId, actor);
  }

  @Requires(hasRole('evaluator'))
  @ApiOkResponse({ type: EvaluationView })
  @Post('evaluations')
  async evaluate(@Param('projectId') projectId: string, @Body() body: EvaluationBody, @CurrentActor() actor: Actor): Promise<EvaluationView> {
    return EvaluationView.of(await this.recording.run(projectId, body, actor));
  }
}
