import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#libs/access';
import { CreditCodeView, LookUpCreditCode } from '../handlers/look-up-credit-code.js';
import { FormerMemberView, Members, MemberView, ReadFormerMembers, ReadMembers } from '../handlers/members.js';
import { mayEditOwn, mayFound, mayRead } from '../organisations.permissions.js';
import { MemberBody } from './organisation.body.js';
import { CreditCodeQuery } from './organisations.query.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationPeopleController {
  constructor(
    private readonly lookingUp: LookUpCreditCode,
    private readonly members: Members,
    private readonly reading: ReadMembers,
    private readonly readingFormer: ReadFormerMembers,
  ) {}

  /** Before founding, and for naming a partner. */
  @Requires(mayFound)
  @ApiOkResponse({ type: CreditCodeView })
  @Get('credit-code')
  lookUp(@Query() { code }: CreditCodeQuery): Promise<CreditCodeView> {
    return this.lookingUp.run(code);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [MemberView] })
  @Get(':id/members')
  list(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<MemberView[]> {
    return this.reading.run(id, actor);
  }

  @Requires(mayRead)
  @ApiOkResponse({ type: [FormerMemberView] })
  @Get(':id/former-members')
  former(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<FormerMemberView[]> {
    return this.readingFormer.run(id, actor);
  }

  @Requires(mayEditOwn)
  @HttpCode(200)
  @ApiOkResponse({ type: [MemberView] })
  @Post(':id/members')
  async add(@Param('id') id: string, @Body() { email }: MemberBody, @CurrentActor() actor: Actor): Promise<MemberView[]> {
    await this.members.add(id, email, actor);
    return this.reading.run(id, actor);
  }

  @Requires(mayEditOwn)
  @HttpCode(204)
  @Delete(':id/members/:accountId')
  remove(@Param('id') id: string, @Param('accountId') accountId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.members.remove(id, accountId, actor);
  }
}
