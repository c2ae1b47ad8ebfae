import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { ProposeBankAccount } from '../handlers/bank-accounts.js';
import { EditOrganisation } from '../handlers/edit-organisation.js';
import { FoundOrganisation } from '../handlers/found-organisation.js';
import { BankAccountView, OrganisationView } from '../handlers/organisation.view.js';
import { ReadOrganisations } from '../handlers/read-organisations.js';
import { mayEditOwn, mayFound, mayRead } from '../organisations.permissions.js';
import { BankAccountBody, EditOrganisationBody, FoundOrganisationBody } from './organisation.body.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationMemberController {
  constructor(
    private readonly found: FoundOrganisation,
    private readonly edit: EditOrganisation,
    private readonly read: ReadOrganisations,
    private readonly propose: ProposeBankAccount,
  ) {}

  @Requires(mayFound)
  @ApiOkResponse({ type: OrganisationView })
  @Post()
  create(@Body() body: FoundOrganisationBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.found.run(body.toProfile(), body.nodeId, actor);
  }

  @Requires(mayFound)
  @ApiOkResponse({ type: [OrganisationView] })
  @Get('mine')
  mine(@CurrentActor() actor: Actor): Promise<OrganisationView[]> {
    return this.read.mine(actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: OrganisationView })
  @Get(':id')
  one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.read.one(id, actor);
  }

  @Requires(mayEditOwn)
  @ApiOkResponse({ type: OrganisationView })
  @Put(':id')
  change(@Param('id') id: string, @Body() body: EditOrganisationBody, @CurrentActor() actor: Actor): Promise<OrganisationView> {
    return this.edit.run(id, body.toProfile(), body.version, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [BankAccountView] })
  @Get(':id/bank-accounts')
  accounts(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<BankAccountView[]> {
    return this.read.accounts(id, actor);
  }

  @Requires(mayEditOwn)
  @ApiOkResponse({ type: BankAccountView })
  @Post(':id/bank-accounts')
  proposeAccount(@Param('id') id: string, @Body() body: BankAccountBody, @CurrentActor() actor: Actor): Promise<BankAccountView> {
    return this.propose.run(id, body, actor);
  }
}
