import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import type { Page } from '#libs/database';
import { DecideBankAccount } from '../handlers/bank-accounts.js';
import { BankAccountView, OrganisationRow, OrganisationView } from '../handlers/organisation.view.js';
import { ReadOrganisations } from '../handlers/read-organisations.js';
import { StopOrganisation } from '../handlers/stop-organisation.js';
import { mayCare, mayVerifyAccount, STAFF } from '../organisations.permissions.js';
import { DebarmentBody, DecideAccountBody, ReasonBody } from './organisation.body.js';
import { OrganisationsQuery } from './organisations.query.js';

@ApiTags('organisations')
@Controller()
export class OrganisationStaffController {
  constructor(
    private readonly read: ReadOrganisations,
    private readonly decide: DecideBankAccount,
    private readonly stopping: StopOrganisation,
  ) {}

  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: [OrganisationRow] })
  @Get('organisations')
  list(@Query() query: OrganisationsQuery, @CurrentActor() actor: Actor): Promise<Page<OrganisationRow>> {
    return this.read.list(actor, query, query.words);
  }

  @Requires(mayVerifyAccount)
  @ApiOkResponse({ type: BankAccountView })
  @Post('bank-accounts/:id/decision')
  decideAccount(@Param('id') id: string, @Body() body: DecideAccountBody, @CurrentActor() actor: Actor): Promise<BankAccountView> {
    return this.decide.run(id, body, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: OrganisationView })
  @Post('organisations/:id/stop')
  stop(@Param('id') id: string, @Body() body: ReasonBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.stopping.stop(id, body.reason, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: OrganisationView })
  @Post('organisations/:id/resume')
  resume(@Param('id') id: string, @Body() body: ReasonBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.stopping.resume(id, body.reason, actor);
  }

  @Requires(mayCare)
  @ApiOkResponse({ type: OrganisationView })
  @Post('organisations/:id/debarments')
  debar(@Param('id') id: string, @Body() body: DebarmentBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.stopping.debar(id, body, actor);
  }
}
