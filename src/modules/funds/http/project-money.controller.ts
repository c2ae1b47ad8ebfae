import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { any, CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { ProjectFundsView, ReadFunds, STAFF } from '../handlers/read-funds.js';
import { ProjectMoneyView, SettleProject } from '../handlers/settle-project.js';
import { ReturnBody } from './funds.body.js';

@ApiTags('funds')
@Controller('projects/:projectId')
export class ProjectMoneyController {
  constructor(
    private readonly read: ReadFunds,
    private readonly settling: SettleProject,
  ) {}

  @Requires(any(hasRole(...STAFF), hasRole('applicant')))
  @ApiOkResponse({ type: ProjectFundsView })
  @Get('funds')
  money(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<ProjectFundsView> {
    return this.read.ofProject(projectId, actor);
  }

  @Requires(hasRole('finance_maker'))
  @ApiOkResponse({ type: ProjectMoneyView })
  @Post('returns')
  async takeBack(@Param('projectId') projectId: string, @Body() body: ReturnBody, @CurrentActor() actor: Actor): Promise<ProjectMoneyView> {
    await this.settling.takeBack(projectId, body, actor);
    return (await this.read.ofProject(projectId, actor)).money;
  }

  @Requires(hasRole('finance_approver'))
  @HttpCode(200)
  @ApiOkResponse({ type: ProjectMoneyView })
  @Post('settlement')
  async settle(@Param('projectId') projectId: string, @CurrentActor() actor: Actor): Promise<ProjectMoneyView> {
    await this.settling.settle(projectId, actor);
    return (await this.read.ofProject(projectId, actor)).money;
  }
}
