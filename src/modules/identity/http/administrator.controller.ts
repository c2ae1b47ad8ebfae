import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, scopeOf, type Actor } from '#libs/access';
import { isId } from '#libs/database';
import { AdministerAccounts } from '../handlers/administer-accounts.js';
import { AccountList } from '../store/account-list.js';
import { accountAbsent } from '../identity.errors.js';
import { AccountsQuery, InviteBody, RoleBody } from './identity.body.js';
import { AccountPageView, AccountView } from './account.view.js';
import { IdView } from './identity.view.js';

const administrator = hasRole('administrator');

@ApiTags('administration')
@Controller('admin/accounts')
export class AdministratorController {
  constructor(
    private readonly accounts: AccountList,
    private readonly administer: AdministerAccounts,
  ) {}

  @Get()
  @Requires(administrator)
  @ApiOkResponse({ type: AccountPageView })
  async list(@Query() { limit, after, ...filter }: AccountsQuery, @CurrentActor() actor: Actor): Promise<AccountPageView> {
    const scope = scopeOf(actor, 'administrator');
    const [{ items, next }, counts] = await Promise.all([this.accounts.list(scope, { limit, after }, filter), this.accounts.counts(scope, filter)]);
    return { items: items.map((row) => AccountView.of(row, actor.accountId)), next, counts };
  }

  /** @throws DomainError `account_absent` also for one out of reach */
  @Get(':id')
  @Requires(administrator)
  @ApiOkResponse({ type: AccountView })
  async one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AccountView> {
    const { items } = await this.accounts.list(scopeOf(actor, 'administrator'), { limit: 1 }, { id: known(id) });
    if (!items[0]) throw accountAbsent();
    return AccountView.of(items[0], actor.accountId);
  }

  @Post()
  @Requires(administrator)
  @ApiCreatedResponse({ type: IdView })
  async invite(@Body() body: InviteBody, @CurrentActor() actor: Actor): Promise<IdView> {
    const { roles, ...person } = body;
    return { id: await this.administer.inviting.run({ ...person, language: person.language ?? 'zh' }, roles, actor) };
  }

  @Post(':id/invitation')
  @HttpCode(204)
  @Requires(administrator)
  async inviteAgain(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.administer.repeating.run(known(id), actor);
  }

  @Post(':id/roles')
  @HttpCode(204)
  @Requires(administrator)
  async grant(@Param('id') id: string, @Body() body: RoleBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.administer.roles.grant(known(id), body, actor);
  }

  @Delete(':id/roles/:roleId')
  @HttpCode(204)
  @Requires(administrator)
  async revoke(@Param('id') id: string, @Param('roleId') roleId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.administer.roles.revoke(known(id), known(roleId), actor);
  }

  @Post(':id/moves/disable')
  @HttpCode(204)
  @Requires(administrator)
  async disable(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.administer.account.move(known(id), 'disable', actor);
  }

  @Post(':id/moves/enable')
  @HttpCode(204)
  @Requires(administrator)
  async enable(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.administer.account.move(known(id), 'enable', actor);
  }

  @Post(':id/second-factor-reset')
  @HttpCode(204)
  @Requires(administrator)
  async resetFactor(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    this.administer.fresh.run(actor);
    await this.administer.account.resetFactor(known(id), actor);
  }
}

function known(id: string): string {
  if (!isId(id)) throw accountAbsent();
  return id;
}
