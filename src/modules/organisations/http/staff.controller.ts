import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { DecideBankAccount } from '../handlers/bank-accounts.js';
import { ListOrganisations, OrganisationPage } from '../handlers/list-organisations.js';
import { BankAccountView, OrganisationView } from '../handlers/organisation.view.js';
import { ReadStanding, StandingView } from '../handlers/read-standing.js';
import { StopOrganisation } from '../handlers/stop-organisation.js';
import { mayCare, mayVerifyAccount, STAFF } from '../organisations.permissions.js';
import { DebarmentBody, DecideAccountBody, ReasonBody } from './organisation.body.js';
import { OrganisationsQuery } from './organisations.query.js';

@ApiTags('organisations')
@Controller()
export class OrganisationStaffController {
  constructor(
    private readonly listing: ListOrganisations,
    private readonly standing: ReadStanding,
    private readonly decide: DecideBankAccount,
    private readonly stopping: StopOrganisation,
  ) {}

  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: OrganisationPage })
  @Get('organisations')
  list(@Query() { limit, after, ...filter }: OrganisationsQuery, @CurrentActor() actor: Actor): Promise<OrganisationPage> {
    return this.listing.run(actor, { limit, after }, filter);
  }

  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: StandingView })
  @Get('organisations/:id/standing')
  stands(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<StandingView> {
    return this.standing.run(id, actor);
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

  @Requires(mayCare)
  @HttpCode(200)
  @ApiOkResponse({ type: OrganisationView })
  @Post('organisations/:id/debarments/:debarmentId/lift')
  lift(@Param('id') id: string, @Param('debarmentId') debarmentId: string, @Body() body: ReasonBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.stopping.lift(id, debarmentId, body.reason, actor);
  }
}
