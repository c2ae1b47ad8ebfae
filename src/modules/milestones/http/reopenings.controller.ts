import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Text, YesNo } from '#libs/http';
import { MilestoneDetail } from '../handlers/milestone.view.js';
import { ReadMilestones } from '../handlers/read-milestones.js';
import { ReadReopenings } from '../handlers/read-reopenings.js';
import { AskReportReopening, DecideReportReopening } from '../handlers/reopen-report.js';
import { WaitingReopeningView } from '../handlers/reopening.view.js';
import { mayDecide } from '../milestones.permissions.js';

export class AskReportReopeningBody {
  @Text({ min: 4, max: 500 }) reason: string;
}

export class DecideReportReopeningBody {
  @YesNo({ description: '同意撤销验收 whether the acceptance is taken back' }) granted: boolean;
  @Text({ max: 500, optional: true }) note?: string;
}

/** An acceptance that was given by mistake is taken back by two people. */
@ApiTags('milestones')
@Controller()
export class ReportReopeningsController {
  constructor(
    private readonly read: ReadMilestones,
    private readonly reopenings: ReadReopenings,
    private readonly asking: AskReportReopening,
    private readonly deciding: DecideReportReopening,
  ) {}

  /** What waits for the actor as the second person. */
  @Requires(mayDecide)
  @ApiOkResponse({ type: [WaitingReopeningView] })
  @Get('report-reopenings/waiting')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingReopeningView[]> {
    return this.reopenings.waiting(actor);
  }

  @Requires(mayDecide)
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post('milestones/:id/reopenings')
  async ask(@Param('id') id: string, @Body() { reason }: AskReportReopeningBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    await this.asking.run(id, reason, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayDecide)
  @HttpCode(200)
  @ApiOkResponse({ type: MilestoneDetail })
  @Post('report-reopenings/:id/decision')
  async decide(@Param('id') id: string, @Body() body: DecideReportReopeningBody, @CurrentActor() actor: Actor): Promise<MilestoneDetail> {
    return this.read.one(await this.deciding.run(id, body, actor), actor);
  }
}
