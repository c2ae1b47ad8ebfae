import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayReadAsStaff, mayScreen } from '../applications.permissions.js';
import { KeepTableViews, TableViewView } from '../handlers/keep-table-views.js';
import { ReadScreeningWaits } from '../handlers/read-screening-waits.js';
import { ScreeningWaitView } from '../handlers/screening-waits.view.js';
import { TableViewBody } from './table-views.body.js';

@ApiTags('screening')
@Controller()
export class ScreeningDeskController {
  constructor(
    private readonly waits: ReadScreeningWaits,
    private readonly views: KeepTableViews,
  ) {}

  /** Appeals, disagreements, what is late and what goes on. */
  @Requires(mayScreen)
  @ApiOkResponse({ type: [ScreeningWaitView] })
  @Get('screening-waits')
  waiting(@CurrentActor() actor: Actor): Promise<ScreeningWaitView[]> {
    return this.waits.run(actor);
  }

  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: [TableViewView] })
  @Get('application-views')
  kept(@CurrentActor() actor: Actor): Promise<TableViewView[]> {
    return this.views.read(actor);
  }

  /** Keeps a view; under a name in use it takes the place of the old one. */
  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: [TableViewView] })
  @Post('application-views')
  async keep(@Body() body: TableViewBody, @CurrentActor() actor: Actor): Promise<TableViewView[]> {
    await this.views.keep(body, actor);
    return this.views.read(actor);
  }

  @Requires(mayReadAsStaff)
  @ApiOkResponse({ type: [TableViewView] })
  @Delete('application-views/:id')
  async remove(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<TableViewView[]> {
    await this.views.remove(id, actor);
    return this.views.read(actor);
  }
}
