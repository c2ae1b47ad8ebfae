import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, hasRole, Requires, type Actor } from '#libs/access';
import { AccountNumberView, AccountToVerifyView } from '../handlers/bank-account-to-verify.view.js';
import { ReadBankAccounts, RevealAccountNumber } from '../handlers/read-bank-accounts.js';
import { mayVerifyAccount, STAFF } from '../organisations.permissions.js';
import { BankAccountsQuery } from './organisations.query.js';

@ApiTags('organisations')
@Controller('bank-accounts')
export class BankAccountsController {
  constructor(
    private readonly read: ReadBankAccounts,
    private readonly revealing: RevealAccountNumber,
  ) {}

  /** Those in sight with the one in use and the papers, what waits longest first. */
  @Requires(hasRole(...STAFF))
  @ApiOkResponse({ type: [AccountToVerifyView] })
  @Get()
  list(@Query() query: BankAccountsQuery, @CurrentActor() actor: Actor): Promise<AccountToVerifyView[]> {
    return this.read.list(actor, query);
  }

  /** With a fresh second factor; reading it is on record. */
  @Requires(mayVerifyAccount)
  @HttpCode(200)
  @ApiOkResponse({ type: AccountNumberView })
  @Post(':id/number')
  number(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AccountNumberView> {
    return this.revealing.run(id, actor);
  }
}
