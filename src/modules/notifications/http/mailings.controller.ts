import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { Text, YesNo } from '#libs/http';
import { MailingRowView, MailingView } from '../handlers/mailing.view.js';
import { ReadMailings, SettleMailing } from '../handlers/settle-mailing.js';
import { mayConfirmMailings } from '../notifications.permissions.js';

export class MailingDecisionBody {
  @YesNo() send: boolean;
  @Text({ max: 500, optional: true }) note?: string;
}

/** Letters to many: one person's act prepares them, another looks over who gets what and sends them. */
@ApiTags('notifications')
@Controller('mailings')
export class MailingsController {
  constructor(
    private readonly reading: ReadMailings,
    private readonly settling: SettleMailing,
  ) {}

  @Requires(mayConfirmMailings)
  @ApiOkResponse({ type: [MailingRowView] })
  @Get()
  list(@CurrentActor() actor: Actor): Promise<MailingRowView[]> {
    return this.reading.list(actor);
  }

  @Requires(mayConfirmMailings)
  @ApiOkResponse({ type: MailingView })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MailingView> {
    return this.reading.one(id, actor);
  }

  @Requires(mayConfirmMailings)
  @HttpCode(200)
  @ApiOkResponse({ type: MailingView })
  @Post(':id/decision')
  async decide(@Param('id') id: string, @Body() body: MailingDecisionBody, @CurrentActor() actor: Actor): Promise<MailingView> {
    await this.settling.run(id, body, actor);
    return this.reading.one(id, actor);
  }
}
