import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayApply, mayRead } from '../applications.permissions.js';
import { ListOwnApplications } from '../handlers/list-own-applications.js';
import { OwnApplicationRow, SubmissionView } from '../handlers/own-application.view.js';
import { ReadOwnApplications } from '../handlers/read-own-applications.js';

@ApiTags('applications')
@Controller('applications')
export class OwnApplicationsController {
  constructor(
    private readonly listing: ListOwnApplications,
    private readonly own: ReadOwnApplications,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: [OwnApplicationRow] })
  @Get('mine')
  mine(@CurrentActor() actor: Actor): Promise<OwnApplicationRow[]> {
    return this.listing.run(actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: SubmissionView })
  @Get(':id/receipts/:ordinal')
  submission(@Param('id') id: string, @Param('ordinal', ParseIntPipe) ordinal: number, @CurrentActor() actor: Actor): Promise<SubmissionView> {
    return this.own.submission(id, ordinal, actor);
  }
}
