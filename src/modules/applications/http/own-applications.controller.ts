import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayApply, mayRead } from '../applications.permissions.js';
import { ApplicationDetail } from '../handlers/application.view.js';
import { AnswerAsPartner } from '../handlers/ask-partners.js';
import { ChangePartners } from '../handlers/change-partners.js';
import { ListOwnApplications } from '../handlers/list-own-applications.js';
import { OwnApplicationRow, SubmissionView } from '../handlers/own-application.view.js';
import { PartnersChangedView } from '../handlers/partners.view.js';
import { ReadApplications } from '../handlers/read-applications.js';
import { ReadOwnApplications } from '../handlers/read-own-applications.js';
import { PartnerAnswerBody, PartnersBody } from './applications.body.js';

@ApiTags('applications')
@Controller('applications')
export class OwnApplicationsController {
  constructor(
    private readonly listing: ListOwnApplications,
    private readonly own: ReadOwnApplications,
    private readonly read: ReadApplications,
    private readonly partners: ChangePartners,
    private readonly answering: AnswerAsPartner,
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

  @Requires(mayApply)
  @ApiOkResponse({ type: PartnersChangedView })
  @Put(':id/partners')
  async changePartners(@Param('id') id: string, @Body() body: PartnersBody, @CurrentActor() actor: Actor): Promise<PartnersChangedView> {
    const filled = await this.partners.run(id, body, actor);
    return { ...(await this.read.one(id, actor)), filled: [...filled] };
  }

  /** A member of a partner, or of the host, says whether her organisation takes part. */
  @Requires(mayApply)
  @ApiOkResponse({ type: ApplicationDetail })
  @HttpCode(200)
  @Post(':id/partner-answers')
  async answerAsPartner(@Param('id') id: string, @Body() body: PartnerAnswerBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.answering.run(id, body, actor);
    return this.read.one(id, actor);
  }
}
