import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { mayReadAsStaff, mayScreen } from '../applications.permissions.js';
import { ApplicationDetail } from '../handlers/application.view.js';
import { ReadApplications } from '../handlers/read-applications.js';
import { ReadScreening } from '../handlers/read-screening.js';
import { CheckRules, ScreenApplication } from '../handlers/screen-application.js';
import { ScreeningView } from '../handlers/screening.view.js';
import { ChecksBody, RulingBody, ScreeningBody } from './applications.body.js';

@ApiTags('screening')
@Controller('applications/:id')
export class ScreeningController {
  constructor(
    private readonly read: ReadApplications,
    private readonly readScreening: ReadScreening,
    private readonly checking: CheckRules,
    private readonly screening: ScreenApplication,
  ) {}

  /** The check list, what is on record of the organisation, and its other applications. */
  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: ScreeningView })
  @Get('screening')
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ScreeningView> {
    return this.readScreening.run(id, actor);
  }

  @Requires(mayScreen)
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post('checks')
  async check(@Param('id') id: string, @Body() body: ChecksBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.checking.run(id, body.checks, actor);
    return this.read.one(id, actor);
  }

  /** An officer decides a rule on which the screeners do not agree. */
  @Requires(hasRole('officer'))
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post('rulings')
  async rule(@Param('id') id: string, @Body() body: RulingBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.checking.settle(id, body, actor);
    return this.read.one(id, actor);
  }

  @Requires(mayScreen)
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDetail })
  @Post('screening')
  async screen(@Param('id') id: string, @Body() body: ScreeningBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.screening.run(id, body, actor);
    return this.read.one(id, actor);
  }
}
