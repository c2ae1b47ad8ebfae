import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { mayApply } from '../applications.permissions.js';
import { ApplicationDetail } from '../handlers/application.view.js';
import { AnswerAsPartner } from '../handlers/ask-partners.js';
import { ChangePartners } from '../handlers/change-partners.js';
import { LeaveAsPartner } from '../handlers/leave-as-partner.js';
import { PartnersChangedView } from '../handlers/partners-changed.view.js';
import { ReadApplications } from '../handlers/read-applications.js';
import { LeaveBody, PartnerAnswerBody, PartnersBody } from './applications.body.js';

/** Who applies together: named by the one in charge, and each with a word of its own. */
@ApiTags('applications')
@Controller('applications/:id')
export class PartnersController {
  constructor(
    private readonly read: ReadApplications,
    private readonly partners: ChangePartners,
    private readonly answering: AnswerAsPartner,
    private readonly leaving: LeaveAsPartner,
  ) {}

  @Requires(mayApply)
  @ApiOkResponse({ type: PartnersChangedView })
  @Put('partners')
  async changePartners(@Param('id') id: string, @Body() body: PartnersBody, @CurrentActor() actor: Actor): Promise<PartnersChangedView> {
    const filled = await this.partners.run(id, body, actor);
    return { ...(await this.read.one(id, actor)), filled: [...filled] };
  }

  /** A member of a partner, or of the host, says whether her organisation takes part. */
  @Requires(mayApply)
  @ApiOkResponse({ type: ApplicationDetail })
  @HttpCode(200)
  @Post('partner-answers')
  async answerAsPartner(@Param('id') id: string, @Body() body: PartnerAnswerBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.answering.run(id, body, actor);
    return this.read.one(id, actor);
  }

  /** A member of a partner takes the consent of her organisation back, until the screening decides. */
  @Requires(mayApply)
  @ApiOkResponse({ type: ApplicationDetail })
  @HttpCode(200)
  @Post('partner-leavings')
  async leaveAsPartner(@Param('id') id: string, @Body() body: LeaveBody, @CurrentActor() actor: Actor): Promise<ApplicationDetail> {
    await this.leaving.run(id, body, actor);
    return this.read.one(id, actor);
  }
}
